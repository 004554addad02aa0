package io.pacelight.embedded;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes every mail that is sent to it by SMTP, delivers none, and shows them; on the loopback address, in memory. */
public final class MailSink implements AutoCloseable {
    /** One mail received: addresses as written in its head, and its text without markup where it has both. */
    public record Mail(
            String from,
            List<String> to,
            String subject,
            String body,
            @Nullable Instant sent) {
        public Mail {
            to = List.copyOf(to);
        }
    }

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    /** Starts taking mail; port 0 means a free one. Any sender, receiver and sign-in is welcome. */
    public static MailSink start(int port) {
        return start(Ports.HOST, port == 0 ? 0 : Ports.free(port, "mail sink"));
    }

    /** The same on another address: inside a container, where the loopback address is nobody else's. */
    public static MailSink start(String address, int port) {
        QuietLogs.apply();
        GreenMail server = new GreenMail(new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new MailSink(server);
    }

    public String host() {
        return Ports.HOST;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** All mail received so far, the oldest first; a mail to several people once for each, as it would reach them. */
    public List<Mail> messages() {
        return Arrays.stream(server.getReceivedMessages()).map(MailSink::read).toList();
    }

    /** The mail to that address. */
    public List<Mail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.to().contains(address)).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail read(MimeMessage message) {
        try {
            String from = addresses(message.getFrom()).stream().findFirst().orElse("");
            Instant sent =
                    message.getSentDate() == null ? null : message.getSentDate().toInstant();
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new Mail(from, addresses(message.getAllRecipients()), subject, text(message), sent);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException("A mail can't be read", e);
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        List<String> plain = new ArrayList<>();
        if (addresses != null) for (Address address : addresses) plain.add(address.toString());
        return plain;
    }

    /** The first text part; a mail in several forms has the plain one first. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) return text;
            }
            return "";
        }
        return part.isMimeType("text/*")
                ? part.getContent().toString().replace("\r\n", "\n").strip()
                : "";
    }
}
