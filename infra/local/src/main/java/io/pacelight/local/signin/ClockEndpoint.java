package io.pacelight.local.signin;

import io.pacelight.local.clock.DemoClock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the school clock, and lets the data desk move it on. */
@RestController
class ClockEndpoint {
    private final DemoClock clock;

    ClockEndpoint(SignInSettings settings) {
        this.clock = settings.clock();
    }

    @GetMapping("/clock")
    Map<String, Object> now() {
        return Map.of("now", clock.now().toString(), "speed", clock.speed(), "over", clock.over());
    }

    @PostMapping("/clock")
    ResponseEntity<Object> moveOn(
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer speed,
            @AuthenticationPrincipal @Nullable Jwt caller) {
        if (caller == null || !Person.DATA_DESK.username().equals(caller.getSubject())) {
            return problem(HttpStatus.UNAUTHORIZED, "only the data desk moves the clock; send its token");
        }
        try {
            if (speed != null && speed > 0) {
                clock.runAt(speed);
            }
            if (to != null) {
                clock.advanceTo(Instant.parse(to));
            }
        } catch (DateTimeParseException e) {
            return problem(HttpStatus.BAD_REQUEST, "'to' is an instant such as 2026-10-14T08:00:00Z, not '" + to + "'");
        }
        return ResponseEntity.ok(now());
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
