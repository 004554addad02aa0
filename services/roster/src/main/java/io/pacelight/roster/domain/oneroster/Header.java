package io.pacelight.roster.domain.oneroster;

import io.pacelight.roster.domain.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header of a file: which column stands where, and what is wrong with it. */
public final class Header {
    private final String file;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param known the columns the file may have; those that must be there are marked in them */
    public Header(String file, List<String> names, List<Column> known) {
        this(file, names, known.stream().map(Column::name).toList(), requiredOf(known), true);
    }

    /** A header of a plain CSV, whose letter case and surrounding spaces do not matter. */
    public static Header lenient(String file, List<String> names, List<String> known, List<String> required) {
        return new Header(file, names, known, Set.copyOf(required), false);
    }

    private Header(String file, List<String> names, List<String> known, Set<String> required, boolean exact) {
        this.file = file;
        this.names = List.copyOf(names);
        Map<String, String> knownByPlain = new HashMap<>();
        known.forEach(name -> knownByPlain.put(plain(name), name));
        Map<String, String> lookAlikes = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String raw = names.get(i);
            String name = exact ? raw : knownByPlain.getOrDefault(plain(raw), raw);
            Integer before = positions.putIfAbsent(name, i);
            if (before != null) {
                duplicate(name, before + 1, i + 1);
            } else if (!known.contains(name)) {
                String meant = knownByPlain.get(plain(name));
                if (meant == null) {
                    unknown(name, i + 1);
                } else {
                    lookAlikes.put(meant, name);
                }
            }
        }
        for (String name : known) {
            if (!positions.containsKey(name)) {
                absent(name, lookAlikes.get(name), required.contains(name));
            }
        }
    }

    private static Set<String> requiredOf(List<Column> columns) {
        Set<String> required = new LinkedHashSet<>();
        columns.stream().filter(Column::required).forEach(c -> required.add(c.name()));
        return required;
    }

    private void duplicate(String name, int first, int second) {
        problems.add(Problem.ofColumn(
                file,
                name,
                "duplicate-column",
                "%s: column '%s' stands twice in the header, in places %d and %d. Leave one of them out."
                        .formatted(file, name, first, second)));
    }

    private void unknown(String name, int place) {
        if (name.startsWith("metadata.")) {
            return;
        }
        problems.add(Problem.ofColumn(
                        file,
                        name,
                        "unknown-column",
                        "%s: column '%s' (place %d) is not known and is left aside.".formatted(file, name, place))
                .asWarning());
    }

    private void absent(String name, @Nullable String lookAlike, boolean required) {
        String hint = lookAlike == null
                ? ""
                : " There is '%s': names of columns must be written exactly, letter case and spaces included."
                        .formatted(lookAlike);
        if (required) {
            String mend = lookAlike == null ? " Add it to the header and to every row." : hint;
            problems.add(Problem.ofColumn(
                    file,
                    name,
                    "missing-column",
                    "%s: required column '%s' is missing.%s".formatted(file, name, mend)));
        } else if (lookAlike != null) {
            problems.add(Problem.ofColumn(
                            file,
                            name,
                            "unknown-column",
                            "%s: column '%s' is left aside.%s".formatted(file, lookAlike, hint))
                    .asWarning());
        }
    }

    public String file() {
        return file;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    public int size() {
        return names.size();
    }

    public List<String> names() {
        return names;
    }

    /** The place of a column counted from 0, or -1 when it is not there. */
    public int positionOf(String name) {
        return positions.getOrDefault(name, -1);
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
