package io.pacelight.dashboard.config;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;

/** The one registration, discovered at the first sign-in: the pages start without the provider, and find it when it comes. */
final class LazyRegistrations implements ClientRegistrationRepository {

    static final String ID = "pacelight";

    private final DashboardProperties properties;
    private final AtomicReference<@Nullable ClientRegistration> found = new AtomicReference<>();

    LazyRegistrations(DashboardProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        if (!ID.equals(registrationId)) {
            return null;
        }
        ClientRegistration known = found.get();
        if (known == null) {
            known = discover();
            found.set(known);
        }
        return known;
    }

    /** The provider's description of itself; what this service asks for goes to the back channel, if there is one. */
    private ClientRegistration.Builder described() {
        String issuer = properties.issuer().toString();
        URI backChannel = properties.oidc().backChannel();
        if (backChannel == null) {
            return ClientRegistrations.fromIssuerLocation(issuer);
        }
        Map<String, Object> description = RestClient.create()
                .get()
                .uri(backChannel.resolve("/.well-known/openid-configuration"))
                .retrieve()
                .body(new ParameterizedTypeReference<LinkedHashMap<String, Object>>() {});
        if (description == null || !issuer.equals(description.get("issuer"))) {
            throw new IllegalStateException("The provider at pacelight.oidc.back-channel is not " + issuer + ".");
        }
        for (String endpoint : List.of("token_endpoint", "jwks_uri", "userinfo_endpoint")) {
            description.computeIfPresent(
                    endpoint,
                    (name, address) -> address.toString()
                            .replaceFirst(Pattern.quote(issuer), Matcher.quoteReplacement(backChannel.toString())));
        }
        return ClientRegistrations.fromOidcConfiguration(description);
    }

    private ClientRegistration discover() {
        DashboardProperties.Oidc oidc = properties.oidc();
        boolean open = oidc.clientSecret().isEmpty();
        return described()
                .registrationId(ID)
                .clientName("Pacelight")
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .clientAuthenticationMethod(
                        open ? ClientAuthenticationMethod.NONE : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(oidc.scopes())
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }
}
