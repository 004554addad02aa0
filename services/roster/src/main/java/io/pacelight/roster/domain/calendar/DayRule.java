package io.pacelight.roster.domain.calendar;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads on which days a class meets: weekdays such as {@code MO|TU}, or names of cycle days such as {@code A|B}. */
public final class DayRule {
    private static final List<String> WEEK = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("MON", "MO"),
            Map.entry("MONDAY", "MO"),
            Map.entry("TUE", "TU"),
            Map.entry("TUES", "TU"),
            Map.entry("TUESDAY", "TU"),
            Map.entry("WED", "WE"),
            Map.entry("WEDNESDAY", "WE"),
            Map.entry("THU", "TH"),
            Map.entry("THUR", "TH"),
            Map.entry("THURS", "TH"),
            Map.entry("THURSDAY", "TH"),
            Map.entry("FRI", "FR"),
            Map.entry("FRIDAY", "FR"),
            Map.entry("SAT", "SA"),
            Map.entry("SATURDAY", "SA"),
            Map.entry("SUN", "SU"),
            Map.entry("SUNDAY", "SU"));
    private static final int LONGEST_NAME = 20;

    private DayRule() {}

    /** The days, weekdays first in the order of the week; nothing where the rule names none or cannot be read. */
    public static Optional<List<String>> read(String rule) {
        Set<String> named = new LinkedHashSet<>();
        for (String part : rule.split("[|;,]", -1)) {
            String name = part.strip();
            if (name.isEmpty() || name.length() > LONGEST_NAME) {
                return Optional.empty();
            }
            String upper = name.toUpperCase(Locale.ROOT);
            named.add(WEEK.contains(upper) ? upper : NAMES.getOrDefault(upper, name));
        }
        List<String> days = new ArrayList<>(WEEK);
        days.retainAll(named);
        named.stream().filter(name -> !WEEK.contains(name)).sorted().forEach(days::add);
        return days.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(days));
    }
}
