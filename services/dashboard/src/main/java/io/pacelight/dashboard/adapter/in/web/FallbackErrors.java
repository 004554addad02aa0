package io.pacelight.dashboard.adapter.in.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The error page for what no controller answered: unknown addresses, refused forms, faults. */
@Controller
class FallbackErrors implements ErrorController {

    @RequestMapping("/error")
    ModelAndView error(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        if (status == null) {
            status = HttpStatus.INTERNAL_SERVER_ERROR;
        }
        String kind =
                switch (status) {
                    case NOT_FOUND, METHOD_NOT_ALLOWED -> "notFound";
                    case FORBIDDEN -> "forbidden";
                    case BAD_REQUEST -> "invalid";
                    default -> "fault";
                };
        return new ModelAndView(
                "error",
                Map.of("kind", kind, "detail", "", "shell", Shell.of("error", null, VisitResolver.theme(request))),
                status);
    }
}
