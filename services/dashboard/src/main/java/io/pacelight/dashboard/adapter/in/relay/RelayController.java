package io.pacelight.dashboard.adapter.in.relay;

import io.pacelight.dashboard.adapter.in.web.CallerResolver;
import io.pacelight.dashboard.application.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One address for scripts and pages: /api/SERVICE/v1/** goes to the service, with the bearer token given or the session’s. */
@RestController
class RelayController {

    private final Relay relay;
    private final ServiceAddresses addresses;
    private final CallerResolver callers;

    RelayController(HttpClient http, ServiceAddresses addresses, CallerResolver callers) {
        this.relay = new Relay(http);
        this.addresses = addresses;
        this.callers = callers;
    }

    @RequestMapping("/api/{service:roster|assessment|progression|intervention|reporting}/v1/**")
    void pass(@PathVariable String service, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String token;
        try {
            token = token(request, response);
        } catch (Refusal refusal) {
            Relay.problem(response, 401, service, "wants a signed-in caller. " + refusal.detail());
            return;
        }
        relay.pass(service, addresses.of(service), token, request, response);
    }

    private String token(HttpServletRequest request, HttpServletResponse response) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return authorization.substring("bearer ".length()).trim();
        }
        return callers.caller(request, response).token();
    }
}
