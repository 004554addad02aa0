package io.pacelight.dashboard.config;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

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

    private ClientRegistration discover() {
        DashboardProperties.Oidc oidc = properties.oidc();
        boolean open = oidc.clientSecret().isEmpty();
        return ClientRegistrations.fromIssuerLocation(properties.issuer().toString())
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
