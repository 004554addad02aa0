package io.pacelight.settings;

import java.util.Locale;

/**
 * One configuration property.
 *
 * @param set what the service's own file sets it to, which may name a variable; empty if it does not
 * @param byDefault what it is where no file sets it; empty if nothing
 */
record Setting(String name, String type, String set, String byDefault, String meaning) {
    /** The variable that the file names, or the one that Spring derives from the name. */
    String variable() {
        return Placeholder.in(set)
                .map(Placeholder::variable)
                .orElseGet(() -> name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
    }

    String value() {
        return set.isEmpty()
                ? byDefault
                : Placeholder.in(set).map(Placeholder::otherwise).orElse(set);
    }
}
