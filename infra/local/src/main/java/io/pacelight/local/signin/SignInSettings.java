package io.pacelight.local.signin;

import com.nimbusds.jose.jwk.RSAKey;
import io.pacelight.embedded.MailSink;
import io.pacelight.local.clock.DemoClock;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-in provider is told by the launcher.
 *
 * @param dashboard address of the pages that sign in here, without a slash at the end
 * @param redirectPath path under {@code dashboard} that takes the authorization code
 * @param canarySecret secret of the canary's client, or null where there is no canary
 * @param mail caught in this process, or null
 * @param mailCatcher where mail that is caught elsewhere can be read, or null
 */
public record SignInSettings(
        RSAKey key,
        String issuer,
        String district,
        String dashboard,
        String redirectPath,
        String clientId,
        String clientSecret,
        @Nullable String canarySecret,
        People people,
        DemoClock clock,
        @Nullable MailSink mail,
        @Nullable URI mailCatcher) {}
