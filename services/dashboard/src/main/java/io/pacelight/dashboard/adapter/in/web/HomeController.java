package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The first page: what Pacelight is for strangers, and the right page for everyone who is signed in. */
@Controller
class HomeController {

    @GetMapping("/")
    String home(
            Model model,
            HttpServletRequest request,
            @Nullable Authentication who,
            @RequestParam(required = false) @Nullable String signin) {
        if (who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken)) {
            return "redirect:/home";
        }
        model.addAttribute("failed", "failed".equals(signin));
        model.addAttribute("shell", Shell.of("home", null, VisitResolver.theme(request)));
        return "welcome";
    }

    @GetMapping("/home")
    String start(Visit visit, Model model) {
        Viewer viewer = visit.viewer().required();
        return switch (viewer.role()) {
            case TEACHER -> viewer.classes().isEmpty() ? "redirect:/classes" : "redirect:/next";
            case COACH -> "redirect:/classes";
            case LEADER ->
                viewer.schools().size() == 1
                        ? "redirect:/schools/"
                                + segment(viewer.schools().getFirst().id())
                        : "redirect:/schools";
            case DISTRICT ->
                viewer.district() == null
                        ? "redirect:/schools"
                        : "redirect:/districts/" + segment(viewer.district().id());
            case STUDENT -> "redirect:/me";
        };
    }

    private static String segment(String id) {
        return UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
    }
}
