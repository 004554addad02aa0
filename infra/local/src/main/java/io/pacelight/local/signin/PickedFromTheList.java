package io.pacelight.local.signin;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Believes whoever sits at this machine; a name the roster does not know will simply see nothing. */
final class PickedFromTheList implements AuthenticationProvider {
    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,120}");

    /** The authority says when somebody signed in, which the identity token repeats. */
    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().strip();
        if (!USERNAME.matcher(username).matches()) {
            throw new BadCredentialsException("not a username");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                username,
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
