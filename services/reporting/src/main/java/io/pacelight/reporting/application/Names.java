package io.pacelight.reporting.application;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The names by which one reader sees students: their own, or (district-wide readers who give no purpose) stand-ins that
 * stay the same from page to page.
 */
public final class Names {
    private final People people;
    private final boolean pseudonymous;

    private Names(People people, boolean pseudonymous) {
        this.people = people;
        this.pseudonymous = pseudonymous;
    }

    public static Names shown(People people, boolean pseudonymous) {
        return new Names(people, pseudonymous);
    }

    /** By key, family name first; whoever is not known yet goes by a stand-in too. */
    public Map<String, String> listed(String district, Collection<String> keys) {
        Map<String, Person> known = pseudonymous ? Map.of() : people.named(district, keys);
        Map<String, String> names = new HashMap<>();
        for (String key : keys) {
            Person person = known.get(key);
            names.put(key, person == null ? standIn(key) : person.listed());
        }
        return names;
    }

    static String standIn(String key) {
        CRC32 crc = new CRC32();
        for (int i = 0; i < key.length(); i++) crc.update(key.charAt(i));
        return "Student " + "%08X".formatted(crc.getValue()).substring(0, 6).toUpperCase(Locale.ROOT);
    }
}
