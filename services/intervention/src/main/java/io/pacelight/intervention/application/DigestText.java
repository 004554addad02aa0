package io.pacelight.intervention.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.intervention.domain.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words of a digest: classes, counts and reasons, a link, and no student. */
final class DigestText {
    private final Map<String, ClassChanged> classes;
    private final Map<String, DailyDigest.Counts> counts;
    private final String link;

    DigestText(Map<String, ClassChanged> classes, Map<String, DailyDigest.Counts> counts, String link) {
        this.classes = classes;
        this.counts = counts;
        this.link = link;
    }

    String subject() {
        int all = all();
        return all == 1 ? "One conference waits in your classes" : all + " conferences wait in your classes";
    }

    String body() {
        StringBuilder body = new StringBuilder("Good morning,\n\n");
        body.append(
                all() == 1 ? "one three-minute conference waits:\n\n" : all() + " three-minute conferences wait:\n\n");
        counts.forEach((classId, of) -> body.append("  ")
                .append(title(classId))
                .append(": ")
                .append(of.conferences() == 1 ? "1 conference" : of.conferences() + " conferences")
                .append(" (")
                .append(reasons(of))
                .append(")\n"));
        body.append("\nWho it is, and why now:\n").append(link).append('\n');
        body.append("\nThis mail comes on school days when somebody waits for you.\n");
        return body.toString();
    }

    private int all() {
        return counts.values().stream()
                .mapToInt(DailyDigest.Counts::conferences)
                .sum();
    }

    private String title(String classId) {
        ClassChanged known = classes.get(classId);
        if (known == null) return classId;
        return known.periods().isEmpty()
                ? known.title()
                : known.title() + ", period " + String.join(", ", known.periods());
    }

    private static String reasons(DailyDigest.Counts of) {
        List<String> parts = new ArrayList<>();
        of.reasons().forEach((cause, count) -> parts.add(count + " " + words(cause, count)));
        return String.join(", ", parts);
    }

    private static String words(Cause cause, int count) {
        boolean one = count == 1;
        return switch (cause) {
            case BROKEN_PROMISE -> one ? "next step overdue" : "next steps overdue";
            case HELP -> "asked for help";
            case WHEEL_SPINNING -> "many attempts without success";
            case STRUGGLING -> "struggling";
            case IDLE -> "without an attempt";
            case PACING -> one ? "target missed" : "targets missed";
        };
    }
}
