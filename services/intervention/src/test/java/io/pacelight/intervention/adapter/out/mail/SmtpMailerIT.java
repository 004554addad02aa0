package io.pacelight.intervention.adapter.out.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.pacelight.intervention.application.DailyDigest.Mailer.NotSent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What surely was not sent and what may have been, as a real mail client sees it. */
class SmtpMailerIT {
    private static final String HANG_UP = "hang up";
    private static final String SAY_NOTHING = "say nothing";

    private final ServerSocket server = listen();
    private final Map<String, String> answers = new ConcurrentHashMap<>(
            Map.of("HELLO", "220 here", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye"));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpMailer mailer = new SmtpMailer(sender, "pacelight@example.test");

    SmtpMailerIT() {
        sender.setHost("127.0.0.1");
        sender.setPort(server.getLocalPort());
        sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "300");
        Thread.ofPlatform().daemon().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void a_server_that_takes_it_has_it() {
        assertThat(outcome()).isNull();
    }

    @Test
    void a_refused_recipient_or_sender_or_text_was_not_sent() {
        answers.put("RCPT", "550 no such user");
        assertThat(outcome()).isInstanceOf(NotSent.class);
        answers.put("RCPT", "451 later");
        assertThat(outcome()).isInstanceOf(NotSent.class);
        answers.remove("RCPT");
        answers.put("MAIL", "553 not you");
        assertThat(outcome()).isInstanceOf(NotSent.class);
        answers.remove("MAIL");
        answers.put(".", "554 looks like spam");
        assertThat(outcome()).isInstanceOf(NotSent.class);
    }

    @Test
    void only_what_the_server_never_takes_of_a_recipient_or_a_text_is_refused_for_good() {
        answers.put("RCPT", "550 no such user");
        assertThat(outcome()).hasFieldOrPropertyWithValue("forGood", true);
        answers.put("RCPT", "451 later");
        assertThat(outcome()).hasFieldOrPropertyWithValue("forGood", false);
        answers.remove("RCPT");
        answers.put("MAIL", "553 not you");
        assertThat(outcome()).hasFieldOrPropertyWithValue("forGood", false);
        answers.remove("MAIL");
        answers.put(".", "554 looks like spam");
        assertThat(outcome()).hasFieldOrPropertyWithValue("forGood", true);
    }

    @Test
    void an_address_that_is_none_was_not_sent() {
        assertThatThrownBy(() -> mailer.send("id", "no address at all", "subject", "body"))
                .isInstanceOf(NotSent.class);
    }

    @Test
    void without_a_connection_or_a_right_password_nothing_was_sent() throws IOException {
        answers.put("HELLO", SAY_NOTHING);
        assertThat(outcome()).isInstanceOf(NotSent.class);
        answers.put("HELLO", "220 here");
        answers.put("AUTH", "535 wrong");
        answers.put("EHLO", "250-here\r\n250 AUTH PLAIN");
        sender.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
        sender.setUsername("pacelight");
        sender.setPassword("wrong");
        assertThat(outcome()).isInstanceOf(NotSent.class).hasCauseInstanceOf(MailAuthenticationException.class);
        server.close();
        assertThat(outcome()).isInstanceOf(NotSent.class);
    }

    @Test
    void a_text_without_an_answer_may_have_been_sent() {
        answers.put(".", SAY_NOTHING);
        assertThat(outcome()).isInstanceOf(MailException.class);
        answers.put(".", HANG_UP);
        assertThat(outcome()).isInstanceOf(MailException.class);
    }

    private Throwable outcome() {
        return catchThrowable(() -> mailer.send("id", "okafor@example.test", "subject", "body"));
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                converse(client);
            } catch (IOException e) {
                if (server.isClosed()) return;
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        boolean text = false;
        String word = "HELLO";
        while (true) {
            String answer = answers.getOrDefault(word, "250 fine");
            if (answer.equals(HANG_UP)) return;
            if (!answer.equals(SAY_NOTHING)) say(client.getOutputStream(), answer);
            text = answer.startsWith("354");
            String line = in.readLine();
            while (text && line != null && !line.equals(".")) line = in.readLine();
            if (line == null) return;
            word = line.split(" ", 2)[0];
        }
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
