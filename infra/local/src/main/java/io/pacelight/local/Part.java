package io.pacelight.local;

import java.util.List;

/**
 * A service that the launcher starts in a Spring context of its own.
 *
 * @param name its name in addresses and properties, and of its configuration file
 */
record Part(String name, Class<?> application) {

    /** In the order in which they start; the dashboard comes after all of them. */
    static List<Part> services() {
        return List.of();
    }
}
