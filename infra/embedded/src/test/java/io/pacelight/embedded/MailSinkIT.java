package io.pacelight.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailSinkIT {
    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    @Test
    void a_mail_sent_by_smtp_can_be_read() throws Exception {
        try (MailSink sink = MailSink.start(0)) {
            MimeMessage mail = mail(sink, "teacher@north.example");
            mail.setText("3 students wait for a conference.\r\nÅsa first.\r\n", "UTF-8");

            Transport.send(mail);

            assertThat(sink.messages())
                    .containsExactly(new MailSink.Mail(
                            "pacelight@north.example",
                            List.of("teacher@north.example"),
                            "Today’s conferences",
                            "3 students wait for a conference.\nÅsa first.",
                            MONDAY));
            assertThat(sink.messagesTo("other@north.example")).isEmpty();
        }
    }

    @Test
    void of_a_mail_in_two_forms_the_plain_one_is_shown() throws Exception {
        try (MailSink sink = MailSink.start(0)) {
            MimeMessage mail = mail(sink, "teacher@north.example");
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText("plain");
            MimeBodyPart html = new MimeBodyPart();
            html.setContent("<p>rich</p>", "text/html");
            mail.setContent(new MimeMultipart("alternative", plain, html));

            Transport.send(mail);

            assertThat(sink.messages())
                    .singleElement()
                    .extracting(MailSink.Mail::body)
                    .isEqualTo("plain");
        }
    }

    private static MimeMessage mail(MailSink sink, String to) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", sink.host());
        settings.setProperty("mail.smtp.port", Integer.toString(sink.port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom(new InternetAddress("pacelight@north.example"));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to));
        mail.setSubject("Today’s conferences", "UTF-8");
        mail.setSentDate(Date.from(MONDAY));
        return mail;
    }
}
