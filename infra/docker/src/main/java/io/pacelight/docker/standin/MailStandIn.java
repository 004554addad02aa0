package io.pacelight.docker.standin;

import io.pacelight.embedded.MailSink;
import java.time.Duration;
import java.util.List;

/** For {@code axllent/mailpit}: takes mail on its SMTP port and prints to whom and of what; has no pages. */
public final class MailStandIn {
    private static final int PORT = 1025;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private MailStandIn() {}

    public static void main(String[] arguments) throws InterruptedException {
        MailSink sink = MailSink.start("0.0.0.0", PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(sink::close, "stop"));
        int told = 0;
        while (true) {
            List<MailSink.Mail> mails = sink.messages();
            for (MailSink.Mail mail : mails.subList(told, mails.size()))
                System.out.println("mail to " + String.join(", ", mail.to()) + ": " + mail.subject());
            told = mails.size();
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
