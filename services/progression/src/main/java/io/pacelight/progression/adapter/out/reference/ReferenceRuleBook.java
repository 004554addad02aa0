package io.pacelight.progression.adapter.out.reference;

import io.pacelight.events.CalendarChanged;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.events.OrgChanged;
import io.pacelight.events.PrerequisitesChanged;
import io.pacelight.events.ReferenceEvent;
import io.pacelight.events.SchoolDay;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.application.RuleBook;
import io.pacelight.progression.domain.evidence.Scale;
import io.pacelight.progression.domain.evidence.SchoolDays;
import io.pacelight.progression.domain.map.Prerequisites;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.policy.PolicyBook;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the reference facts and keeps them in the form that judging needs. */
public final class ReferenceRuleBook implements RuleBook {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceRuleBook.class);

    private final ReferenceBook book;
    private final SchoolZones zones;
    private final Map<String, PolicyBook> policies = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<String>>> requirements = new HashMap<>();
    private final Map<String, Prerequisites> prerequisites = new ConcurrentHashMap<>();
    private final Map<String, Calendar> calendars = new ConcurrentHashMap<>();
    private final AtomicLong revision = new AtomicLong();

    public ReferenceRuleBook(ReferenceBook book) {
        this.book = book;
        this.zones = new SchoolZones(book); // follows before this does, so that a new revision judges in the new zone
        book.follow(this::take);
    }

    /** The days that a school has told of; beyond the first and the last of them weekdays are assumed. */
    private record Calendar(LocalDate first, LocalDate last, Set<LocalDate> open) {
        static Calendar of(List<SchoolDay> days) {
            LocalDate first = LocalDate.MAX;
            LocalDate last = LocalDate.MIN;
            Set<LocalDate> open = new HashSet<>();
            for (SchoolDay day : days) {
                first = day.date().isBefore(first) ? day.date() : first;
                last = day.date().isAfter(last) ? day.date() : last;
                if (day.instructional()) {
                    open.add(day.date());
                }
            }
            return new Calendar(first, last, Set.copyOf(open));
        }

        SchoolDays in(ZoneId zone) {
            SchoolDays weekdays = SchoolDays.weekdays(zone);
            return new SchoolDays(
                    zone,
                    date -> (date.isBefore(first) || date.isAfter(last))
                            ? weekdays.open().test(date)
                            : open.contains(date));
        }
    }

    private void take(ReferenceEvent fact) {
        switch (fact) {
            case MasteryPolicyChanged changed -> takePolicy(changed);
            case PrerequisitesChanged changed -> takePrerequisites(changed);
            case CalendarChanged changed -> calendars.put(changed.key(), Calendar.of(changed.days()));
            case OrgChanged _ -> {}
            default -> {
                return;
            }
        }
        revision.incrementAndGet();
    }

    private void takePrerequisites(PrerequisitesChanged changed) {
        synchronized (requirements) {
            requirements
                    .computeIfAbsent(changed.district(), _ -> new HashMap<>())
                    .put(changed.competency(), changed.requires());
            prerequisites.remove(changed.district());
        }
    }

    private void takePolicy(MasteryPolicyChanged changed) {
        try {
            policies.merge(
                    changed.district(),
                    PolicyBook.EMPTY.with(ChangePolicy.read(changed)),
                    (known, _) -> known.with(ChangePolicy.read(changed)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.atError()
                    .addKeyValue("scope", changed.scope())
                    .addKeyValue("policy", changed.policy())
                    .addKeyValue("version", changed.version())
                    .log("a policy that can't be made is left out; the one before it holds");
        }
    }

    @Override
    public PolicyBook policies(String district) {
        return policies.getOrDefault(district, PolicyBook.EMPTY);
    }

    @Override
    public Rules rules(String district, String competency, Collection<String> schools, PolicyBook policies) {
        return new Rules(policies.nearest(competency, schools), Scale.DEFAULT, days(district, schools));
    }

    /** Of several schools the first by id with a calendar counts. */
    private SchoolDays days(String district, Collection<String> schools) {
        for (String school : schools) {
            Calendar calendar = calendars.get(Keys.of(district, "calendar", school));
            if (calendar != null) {
                return calendar.in(zone(district, List.of(school)));
            }
        }
        return SchoolDays.weekdays(zone(district, schools));
    }

    @Override
    public ZoneId zone(String district, Collection<String> schools) {
        return zones.of(district, schools);
    }

    /** Made when first asked for, since an import changes hundreds in a row. */
    @Override
    public Prerequisites prerequisites(String district) {
        Prerequisites known = prerequisites.get(district);
        if (known != null) {
            return known;
        }
        synchronized (requirements) {
            Prerequisites made = new Prerequisites(requirements.getOrDefault(district, Map.of()));
            prerequisites.put(district, made);
            return made;
        }
    }

    @Override
    public boolean knowsSchool(String district, String school) {
        return book.find(OrgChanged.class, Keys.of(district, "org", school)).isPresent();
    }

    @Override
    public boolean knowsCompetency(String district, String competency) {
        return !competency.isEmpty()
                && competency.indexOf('|') < 0
                && book.find(CompetencyChanged.class, Keys.of(district, "competency", competency))
                        .isPresent();
    }

    @Override
    public long revision() {
        return revision.get();
    }
}
