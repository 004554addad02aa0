package io.pacelight.dashboard.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where people sign in and where the services are.
 *
 * @param issuer URL of the OpenID Connect provider
 * @param services base address of each service by its name: roster, assessment, progression, intervention, reporting
 */
@ConfigurationProperties("pacelight")
public record DashboardProperties(URI issuer, Oidc oidc, Map<String, URI> services) {

    public DashboardProperties {
        services = Map.copyOf(services);
    }

    /**
     * This client at the sign-in provider.
     *
     * @param clientId the client's name there
     * @param clientSecret its secret; without one it is a public client with PKCE
     * @param scopes what is asked for at sign-in
     * @param backChannel where the pages themselves reach the provider, if not at the address that browsers use
     */
    public record Oidc(
            String clientId,
            String clientSecret,
            List<String> scopes,
            @Nullable URI backChannel) {

        public Oidc {
            backChannel = backChannel == null || backChannel.toString().isEmpty() ? null : backChannel;
        }

        @Override
        public String toString() {
            return "Oidc[clientId=" + clientId + "]";
        }
    }

    /** The base address of a service, or a refusal to start that names the missing property. */
    public URI service(String name) {
        URI base = services.get(name);
        if (base == null) {
            throw new IllegalStateException("Set pacelight.services." + name + " to the address of that service.");
        }
        return base;
    }

    /** Scheme, host and port of the issuer, as a content security policy names it. */
    public String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
