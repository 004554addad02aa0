package io.pacelight.local.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of people to sign in as. */
@Controller
class SignInPage {
    private final SignInSettings settings;

    SignInPage(SignInSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/sign-in";
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("people", settings.people().all());
        return "sign-in";
    }
}
