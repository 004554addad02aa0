package io.pacelight.canary;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the canary is told.
 *
 * @param enabled off unless said otherwise
 * @param address the front door, such as {@code https://pacelight.example.org}
 * @param issuer the sign-in provider
 * @param tokenEndpoint where tokens are had, if not where the provider's own discovery document says
 * @param every from the beginning of one attempt to the next
 * @param patience after which an attempt that is not visible counts as failed
 * @param districts shadow districts, each with the technical client whose tokens name it as their district, with a
 *     {@code preferred_username} and the group {@code pacelight-data-desk}
 */
@ConfigurationProperties("pacelight.canary")
public record CanaryProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("http://dashboard:8080") URI address,
        @DefaultValue("http://localhost:9000") URI issuer,
        @Nullable URI tokenEndpoint,
        @DefaultValue("5m") Duration every,
        @DefaultValue("60s") Duration patience,
        @DefaultValue List<District> districts) {
    /** A shadow district and its client at the sign-in provider; the secret comes from the environment. */
    public record District(
            @DefaultValue("") String id,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret) {
        boolean complete() {
            return !id.isBlank() && !clientId.isBlank() && !clientSecret.isBlank();
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "District[id=" + id + ", clientId=" + clientId + "]";
        }
    }
}
