package io.pacelight.roster.application.fold;

import io.pacelight.events.Keys;

/** Ids of roster documents: the district, then the key within it. */
public record DocumentId(String district, String key) {

    public static String of(String district, String key) {
        return Keys.of(district, key);
    }

    public static DocumentId parse(String id) {
        int bar = id.indexOf('|');
        return new DocumentId(id.substring(0, bar), id.substring(bar + 1));
    }
}
