package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What people see when a page cannot be shown: what happened, and what they can do. Fragments get the bare status. */
@ControllerAdvice(basePackageClasses = PageErrors.class)
class PageErrors {

    @ExceptionHandler(Refusal.class)
    @Nullable
    ModelAndView refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatus status = status(refusal.reason());
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setStatus(status.value());
            return new ModelAndView("error :: inline", Map.of("kind", kind(refusal.reason())), status);
        }
        if (refusal.reason() == Refusal.Reason.SIGNED_OUT) {
            response.sendRedirect(request.getContextPath() + "/oauth2/authorization/pacelight");
            return null;
        }
        Map<String, Object> model = Map.of(
                "kind",
                kind(refusal.reason()),
                "detail",
                refusal.detail(),
                "shell",
                Shell.of("error", null, VisitResolver.theme(request)));
        return new ModelAndView("error", model, status);
    }

    static String kind(Refusal.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> "unavailable";
            case NOT_FOUND -> "notFound";
            case UNKNOWN_PERSON -> "unknownPerson";
            case SIGNED_OUT -> "signedOut";
            case CONFLICT -> "conflict";
            case INVALID -> "invalid";
        };
    }

    private static HttpStatus status(Refusal.Reason reason) {
        return switch (reason) {
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case UNKNOWN_PERSON -> HttpStatus.FORBIDDEN;
            case SIGNED_OUT -> HttpStatus.UNAUTHORIZED;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
