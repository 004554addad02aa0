package io.pacelight.kit.security;

import io.pacelight.kit.time.SchoolClock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who is asking: the token says who, the roster says what. A username that leads to two people leads to none. */
public final class Viewers {
    /** The token's group that runs a district's data desk. */
    public static final String DATA_DESK = "pacelight-data-desk";

    private final List<ScopeSource> sources;
    private final SchoolClock clock;

    public Viewers(List<ScopeSource> sources, SchoolClock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** The one behind the current request. */
    public Viewer current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token))
            throw new IllegalStateException("this request was let in without a token");
        return of(token);
    }

    private Viewer of(Jwt token) {
        String district = required(token, "district");
        String username = required(token, "preferred_username");
        Set<String> groups = groups(token);
        boolean dataDesk = groups.contains(DATA_DESK);
        AccessScope scope = deskOrNothing(district, dataDesk);
        Set<String> roles = new HashSet<>();
        @Nullable String key = null;
        Instant now = clock.now();
        for (ScopeSource source : sources) {
            Optional<ScopeSource.Known> known = source.find(district, username, now);
            if (known.isEmpty()) continue;
            if (key != null && !key.equals(known.get().key()))
                return new Viewer(district, username, null, Set.of(), dataDesk, deskOrNothing(district, dataDesk));
            key = known.get().key();
            roles.addAll(known.get().roles());
            scope = scope.and(known.get().scope());
        }
        return new Viewer(district, username, key, roles, dataDesk, scope);
    }

    private static AccessScope deskOrNothing(String district, boolean dataDesk) {
        return dataDesk ? AccessScope.everything(district) : AccessScope.nothing(district);
    }

    private static Set<String> groups(Jwt token) {
        List<String> groups = token.getClaimAsStringList("groups");
        return groups == null ? Set.of() : Set.copyOf(groups);
    }

    private static String required(Jwt token, String claim) {
        String value = token.getClaimAsString(claim);
        if (value == null || value.isBlank()) throw new OutsideScope("the token has no claim '" + claim + "'");
        return value;
    }
}
