package io.pacelight.intervention.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order a teacher sees the conferences of a class, and how many of them fit in a meeting.
 *
 * <p>Broken promises and requests for help come first, then whoever has waited three meetings, whatever for, then
 * wheel-spinning, struggling, idle and pacing; the oldest first within each.
 */
public final class ConferenceQueue {
    /** Share of a meeting that conferences may take, in percent. */
    public static final int SHARE_PERCENT = 30;

    public static final int MINUTES_EACH = 3;
    public static final int MOST_PER_TEACHER_AND_DAY = 8;

    /** Meetings that anybody may be left waiting for being low in the queue. */
    public static final int MOST_MEETINGS_WAITING = 3;

    /** A conference that waits; {@code waited} counts the meetings since it opened in which it could have been held. */
    public record Waiting(Conference conference, Cause cause, int waited) {}

    /** A place in the queue; what is offered fits in the meeting. */
    public record Place(Waiting waiting, boolean offered) {}

    private ConferenceQueue() {}

    /** How many conferences fit in a meeting for a teacher who has held some already that day. */
    public static int capacity(long meetingMinutes, int heldToday) {
        long fit = meetingMinutes * SHARE_PERCENT / 100 / MINUTES_EACH;
        return (int) Math.max(0, Math.min(fit, MOST_PER_TEACHER_AND_DAY - heldToday));
    }

    /** Started ones stand at the top and take no place of another, snoozed ones at the end and are not offered. */
    public static List<Place> order(List<Waiting> waiting, int capacity) {
        List<Waiting> sorted = new ArrayList<>(waiting);
        sorted.sort(Comparator.comparingInt(ConferenceQueue::rank)
                .thenComparing(ConferenceQueue::openedAt)
                .thenComparing(one -> one.conference().id()));
        List<Place> places = new ArrayList<>(sorted.size());
        int left = capacity;
        for (Waiting one : sorted) {
            boolean offered =
                    switch (one.conference().state()) {
                        case STARTED -> true;
                        case OPEN -> left-- > 0;
                        default -> false;
                    };
            places.add(new Place(one, offered));
        }
        return places;
    }

    private static Instant openedAt(Waiting one) {
        return one.conference().openedAt();
    }

    @SuppressWarnings("EnumOrdinal") // causes are declared in the order of the queue
    private static int rank(Waiting one) {
        if (one.conference().state() == Conference.State.STARTED) return -1;
        if (one.conference().state() == Conference.State.SNOOZED) return 100;
        if (one.cause() == Cause.BROKEN_PROMISE || one.cause() == Cause.HELP) return 0;
        return one.waited() >= MOST_MEETINGS_WAITING ? 1 : 2 + one.cause().ordinal();
    }
}
