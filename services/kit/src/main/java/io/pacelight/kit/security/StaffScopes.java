package io.pacelight.kit.security;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.ClassTeacher;
import io.pacelight.events.Keys;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.OrgType;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.StaffChanged;
import io.pacelight.events.StaffRole;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Staff by the reference book: teachers see their classes of today, leaders and counsellors their schools. A username
 * that two active people share is nobody's.
 */
public final class StaffScopes implements ScopeSource {
    private static final Set<String> SCHOOL_WIDE =
            Set.of("principal", "siteAdministrator", "counselor", "administrator");
    private static final Set<String> DISTRICT_WIDE = Set.of("districtAdministrator", "systemAdministrator");

    private final ReferenceBook book;
    private final SchoolZones zones;
    /** Everybody who ever had a username; who has it now is asked of the book. */
    private final Map<String, Set<String>> keysByUsername = new ConcurrentHashMap<>();

    private final Map<String, Map<String, ClassChanged>> classesByStaff = new ConcurrentHashMap<>();
    private final Map<String, ClassChanged> classes = new HashMap<>();

    public StaffScopes(ReferenceBook book) {
        this.book = book;
        this.zones = new SchoolZones(book);
        book.follow(this::take);
    }

    private void take(ReferenceEvent fact) {
        if (fact instanceof StaffChanged staff) {
            String username = staff.username();
            if (username != null && isUsable(username))
                keysByUsername
                        .computeIfAbsent(Keys.of(staff.district(), username), ignored -> ConcurrentHashMap.newKeySet())
                        .add(staff.key());
        }
        if (fact instanceof ClassChanged changed) {
            ClassChanged before = classes.put(changed.key(), changed);
            if (before != null)
                for (ClassTeacher teacher : before.teachers())
                    of(before.district(), teacher).remove(before.classId());
            if (changed.active())
                for (ClassTeacher teacher : changed.teachers())
                    of(changed.district(), teacher).put(changed.classId(), changed);
        }
    }

    private Map<String, ClassChanged> of(String district, ClassTeacher teacher) {
        return classesByStaff.computeIfAbsent(Keys.of(district, teacher.staff()), ignored -> new ConcurrentHashMap<>());
    }

    @Override
    public Optional<Known> find(String district, String username, Instant now) {
        if (!isUsable(username)) return Optional.empty();
        List<StaffChanged> holders = keysByUsername.getOrDefault(Keys.of(district, username), Set.of()).stream()
                .flatMap(key -> book.find(StaffChanged.class, key).stream())
                .filter(staff -> staff.active() && username.equals(staff.username()))
                .toList();
        return holders.size() == 1 ? Optional.of(known(holders.getFirst(), now)) : Optional.empty();
    }

    private static boolean isUsable(String username) {
        return !username.isEmpty() && username.indexOf('|') < 0;
    }

    private Known known(StaffChanged staff, Instant now) {
        Set<String> roles = new HashSet<>();
        Set<String> schools = new HashSet<>();
        boolean wholeDistrict = false;
        for (StaffRole role : staff.roles()) {
            roles.add(role.role());
            if (DISTRICT_WIDE.contains(role.role())) wholeDistrict = true;
            if (SCHOOL_WIDE.contains(role.role())) {
                if (isDistrict(staff.district(), role.org())) wholeDistrict = true;
                else schools.add(role.org());
            }
        }
        Set<String> own = new HashSet<>();
        classesByStaff
                .getOrDefault(Keys.of(staff.district(), staff.staff()), Map.of())
                .values()
                .forEach(changed -> {
                    if (teaches(changed, staff.staff(), now)) own.add(changed.classId());
                });
        return new Known(
                staff.staff(), roles, new AccessScope(staff.district(), wholeDistrict, schools, own, Set.of()));
    }

    private boolean teaches(ClassChanged changed, String staff, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zones.of(changed.district(), changed.school()));
        return changed.teachers().stream()
                .anyMatch(teacher -> teacher.staff().equals(staff)
                        && !after(teacher.begin(), today)
                        && !before(teacher.end(), today));
    }

    private boolean isDistrict(String district, String org) {
        return book.find(OrgChanged.class, Keys.of(district, "org", org))
                .map(found -> found.orgType() == OrgType.DISTRICT)
                .orElse(false);
    }

    private static boolean after(@Nullable LocalDate begin, LocalDate today) {
        return begin != null && begin.isAfter(today);
    }

    private static boolean before(@Nullable LocalDate end, LocalDate today) {
        return end != null && end.isBefore(today);
    }
}
