package io.pacelight.canary;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the canary is told.
 *
 * @param enabled off unless said otherwise
 * @param address the front door, such as {@code https://pacelight.example.org}
 * @param issuer the sign-in provider
 * @param every from the beginning of one attempt to the next
 * @param patience after which an attempt that is not visible counts as failed
 * @param districts shadow districts and the technical client of each; the provider gives that client's tokens the shadow
 *     district's id as {@code district}, a {@code preferred_username} and the group {@code pacelight-data-desk}
 */
@ConfigurationProperties("pacelight.canary")
public record CanaryProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://dashboard:8080") URI address,
        @DefaultValue("http://localhost:9000") URI issuer,
        @DefaultValue("5m") Duration every,
        @DefaultValue("60s") Duration patience,
        @Nullable Map<String, Client> districts) {
    /** A client of the sign-in provider; its secret comes from the environment. */
    public record Client(String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "Client[clientId=" + clientId + "]";
        }
    }
}
