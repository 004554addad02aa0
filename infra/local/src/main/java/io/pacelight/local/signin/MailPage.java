package io.pacelight.local.signin;

import io.pacelight.embedded.MailSink;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Shows the mail that the services sent, the newest first. */
@Controller
class MailPage {
    private static final int MOST = 100;

    private final @Nullable MailSink sink;
    private final @Nullable URI elsewhere;

    /** One mail as the page and scripts read it. */
    record Caught(
            String to,
            String subject,
            String body,
            @Nullable String at) {}

    MailPage(SignInSettings settings) {
        this.sink = settings.mail();
        this.elsewhere = settings.mailCatcher();
    }

    @GetMapping(path = "/mail", produces = MediaType.TEXT_HTML_VALUE)
    String page(Model model) {
        if (elsewhere != null) {
            return "redirect:" + elsewhere;
        }
        List<Caught> mails = mails();
        model.addAttribute("total", mails.size());
        model.addAttribute("mails", mails.stream().limit(MOST).toList());
        return "mail";
    }

    @GetMapping(path = "/mail", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<Caught> list() {
        return mails();
    }

    private List<Caught> mails() {
        if (sink == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no mail is caught here");
        }
        return sink.messages().reversed().stream().map(MailPage::caught).toList();
    }

    private static Caught caught(MailSink.Mail mail) {
        String at = mail.sent() == null
                ? null
                : mail.sent().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Caught(String.join(", ", mail.to()), mail.subject(), mail.body(), at);
    }
}
