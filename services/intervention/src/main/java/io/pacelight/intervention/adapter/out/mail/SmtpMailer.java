package io.pacelight.intervention.adapter.out.mail;

import io.pacelight.intervention.application.DailyDigest;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Plain text by SMTP; it tells what the server surely did not take from what may have gone out. */
public final class SmtpMailer implements DailyDigest.Mailer {
    /** Answers from here on say no; there is none, or a negative one, where the line broke. */
    private static final int REFUSED = 400;

    /** Answers from here on say no for good. */
    private static final int REFUSED_FOR_GOOD = 500;

    private final JavaMailSender sender;
    private final String from;

    public SmtpMailer(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public void send(String id, String to, String subject, String body) throws NotSent {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(to);
        mail.setSubject(subject);
        mail.setText(body);
        try {
            sender.send(mail);
        } catch (MailException e) {
            if (surelyNotSent(e)) throw new NotSent(e, refusedForGood(e));
            throw e;
        }
    }

    /** An address that is none, or a recipient or a text that the server never takes; its sender may yet be mended. */
    private static boolean refusedForGood(MailException e) {
        if (e instanceof MailParseException) return true;
        if (!(e instanceof MailSendException failed)) return false;
        for (Exception one : failed.getMessageExceptions()) {
            int worst = 0;
            boolean sender = false;
            for (Throwable cause = one; cause != null; cause = cause.getCause()) {
                worst = Math.max(worst, answer(cause));
                sender |= cause instanceof SMTPSenderFailedException;
            }
            if (worst >= REFUSED_FOR_GOOD && !sender) return true;
        }
        return false;
    }

    @SuppressWarnings("ReferenceEquality") // the very exception
    private static boolean surelyNotSent(MailException e) {
        if (e instanceof MailAuthenticationException || e instanceof MailParseException) return true;
        if (!(e instanceof MailSendException failed)) return false;
        for (Exception one : failed.getMessageExceptions())
            // no connection: then what failed each mail is what failed all of them
            if (one == e.getCause() || refused(one)) return true;
        return false;
    }

    private static boolean refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause())
            if (answer(cause) >= REFUSED) return true;
        return false;
    }

    private static int answer(Throwable thrown) {
        return switch (thrown) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException command -> command.getReturnCode();
            default -> 0;
        };
    }
}
