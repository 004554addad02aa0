package io.pacelight.intervention.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One strike of one clock, from the strike to its clearing.
 *
 * @param conference the one conference that it lies in
 * @param classId the class in which the student now works on it
 * @param struckIn the class whose clock struck
 * @param target {@code pace:CODE}, {@code stall} or {@code promise:CONFERENCE}
 * @param since start of the clock that struck
 */
public record Reason(
        String id,
        String conference,
        String classId,
        String struckIn,
        String target,
        @Nullable String competency,
        Cause cause,
        int episode,
        Instant since,
        Instant dueAt,
        Instant struckAt,
        @Nullable Clearing clearing) {

    /** The target of the 24-hour rule. */
    public static final String STALL = "stall";

    private static final String PACE = "pace:";
    private static final String PROMISE = "promise:";

    /** How an episode ended. */
    public enum How {
        PROGRESS,
        CONFERENCE,
        MOVED,
        TERM_ENDED,
        CLOCK_MOVED
    }

    /** The end of an episode; of two that are told, the earlier one holds. */
    public record Clearing(How how, Instant at) {
        boolean isBefore(Clearing other) {
            return at.isBefore(other.at) || (at.equals(other.at) && how.compareTo(other.how) < 0);
        }
    }

    public static String paceOf(String competency) {
        return PACE + competency;
    }

    static String promiseOf(String conference) {
        return PROMISE + conference;
    }

    public boolean isPacing() {
        return target.startsWith(PACE);
    }

    public boolean isStall() {
        return target.equals(STALL);
    }

    public boolean isPromise() {
        return target.startsWith(PROMISE);
    }

    /** The conference in which the promise was given; only of a promise. */
    String promisedIn() {
        return target.substring(PROMISE.length());
    }

    /** Whether the episode runs on. */
    public boolean isOpen() {
        return clearing == null;
    }

    /** A clock that was moved withdrew it. */
    public boolean isWithdrawn() {
        return clearing != null && clearing.how() == How.CLOCK_MOVED;
    }

    Reason cleared(Clearing by) {
        return new Reason(
                id, conference, classId, struckIn, target, competency, cause, episode, since, dueAt, struckAt, by);
    }

    Reason carriedTo(String toClass) {
        return new Reason(
                id,
                conference,
                toClass,
                struckIn,
                target,
                competency,
                cause,
                episode,
                since,
                dueAt,
                struckAt,
                clearing);
    }

    Reason in(String aConference) {
        return new Reason(
                id,
                aConference,
                classId,
                struckIn,
                target,
                competency,
                cause,
                episode,
                since,
                dueAt,
                struckAt,
                clearing);
    }

    /** The id of a reason follows from what struck; it begins with the student's key, so that a conference's student can be found. */
    public static String id(String district, String student, String classId, String target, int episode) {
        String name = String.join("\n", district, student, classId, target, Integer.toString(episode));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return student + SEPARATOR + HexFormat.of().formatHex(hash, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The student of a reason or conference; null if the id is none of ours. */
    public static @Nullable String studentOf(String id) {
        int cut = id.lastIndexOf(SEPARATOR);
        return cut > 0 ? id.substring(0, cut) : null;
    }

    private static final char SEPARATOR = '.';
}
