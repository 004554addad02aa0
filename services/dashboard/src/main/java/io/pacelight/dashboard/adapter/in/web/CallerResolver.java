package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Caller;
import io.pacelight.dashboard.application.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/** The signed-in person’s token, refreshed where the provider allows it; signed out where it can no longer be had. */
@Component
public class CallerResolver {

    private final OAuth2AuthorizedClientManager clients;

    public CallerResolver(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    public Caller caller(HttpServletRequest request, HttpServletResponse response) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!(who instanceof OAuth2AuthenticationToken token)) {
            throw signedOut();
        }
        OAuth2AuthorizedClient client = authorize(token, request, response);
        if (client == null) {
            throw signedOut();
        }
        return new Caller(client.getAccessToken().getTokenValue());
    }

    private @Nullable OAuth2AuthorizedClient authorize(
            OAuth2AuthenticationToken token, HttpServletRequest request, HttpServletResponse response) {
        try {
            return clients.authorize(
                    OAuth2AuthorizeRequest.withClientRegistrationId(token.getAuthorizedClientRegistrationId())
                            .principal(token)
                            .attribute(HttpServletRequest.class.getName(), request)
                            .attribute(HttpServletResponse.class.getName(), response)
                            .build());
        } catch (ClientAuthorizationException e) {
            throw signedOut();
        }
    }

    private static Refusal signedOut() {
        return new Refusal(Refusal.Reason.SIGNED_OUT, "sign-in", "The session has ended; sign in again.");
    }
}
