package io.pacelight.kit.reference;

import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.ReferenceEvent;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The zone that a school's clocks run in: its own, else that of its district's topmost organisation, else UTC. An
 * organisation whose zone no clock knows has none; it must not stop the clocks.
 */
public final class SchoolZones {
    private static final Comparator<OrgChanged> TOPMOST =
            Comparator.comparing(OrgChanged::orgType).thenComparing(OrgChanged::org);

    private final ReferenceBook book;
    private final Map<String, ZoneId> byOrg = new ConcurrentHashMap<>();
    private final Map<String, ZoneId> byDistrict = new ConcurrentHashMap<>();

    public SchoolZones(ReferenceBook book) {
        this.book = book;
        book.follow(this::take);
    }

    public ZoneId of(String district, String school) {
        return of(district, List.of(school));
    }

    /** That of the first of the schools that has one. */
    public ZoneId of(String district, Collection<String> schools) {
        for (String school : schools) {
            ZoneId zone = byOrg.get(Keys.of(district, "org", school));
            if (zone != null) return zone;
        }
        return byDistrict.getOrDefault(district, ZoneOffset.UTC);
    }

    private void take(ReferenceEvent fact) {
        if (!(fact instanceof OrgChanged changed)) return;
        put(byOrg, changed.key(), zone(changed));
        Optional<OrgChanged> topmost = book.all(OrgChanged.class).stream()
                .filter(org -> org.district().equals(changed.district()) && byOrg.containsKey(org.key()))
                .min(TOPMOST);
        put(byDistrict, changed.district(), topmost.isEmpty() ? null : zone(topmost.get()));
    }

    private static void put(Map<String, ZoneId> zones, String key, @Nullable ZoneId zone) {
        if (zone == null) zones.remove(key);
        else zones.put(key, zone);
    }

    private static @Nullable ZoneId zone(OrgChanged org) {
        try {
            return ZoneId.of(org.zone());
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
