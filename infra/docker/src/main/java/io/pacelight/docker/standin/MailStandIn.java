package io.pacelight.docker.standin;

import io.pacelight.embedded.MailSink;
import java.util.concurrent.CountDownLatch;

/** For {@code axllent/mailpit}: takes mail on its SMTP port; has no pages. */
public final class MailStandIn {
    private static final int PORT = 1025;

    private MailStandIn() {}

    public static void main(String[] arguments) throws InterruptedException {
        MailSink sink = MailSink.start("0.0.0.0", PORT);
        Runtime.getRuntime().addShutdownHook(new Thread(sink::close, "stop"));
        new CountDownLatch(1).await();
    }
}
