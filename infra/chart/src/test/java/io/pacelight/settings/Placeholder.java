package io.pacelight.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A variable in a configuration file, <code>${VARIABLE:otherwise}</code>. */
record Placeholder(String variable, String otherwise) {
    private static final Pattern SHAPE = Pattern.compile("\\$\\{(PACELIGHT_[A-Z_]+):(.*)}");

    static Optional<Placeholder> in(String value) {
        Matcher matcher = SHAPE.matcher(value);
        return matcher.matches() ? Optional.of(new Placeholder(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
