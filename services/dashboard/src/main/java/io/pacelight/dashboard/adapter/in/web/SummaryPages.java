package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.domain.Cause;
import io.pacelight.dashboard.domain.StripPlot;
import io.pacelight.dashboard.domain.Summary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the school and the district page out of what reporting answered. */
@Component
class SummaryPages {

    private final Words words;

    SummaryPages(Words words) {
        this.words = words;
    }

    SummaryPage school(String id, Summary read, ZoneId zone) {
        String name = read.school() == null ? id : read.school().name();
        StripPlot.Group group = new StripPlot.Group(words.say("school.allClasses"), null, values(read.classPace()));
        return page(
                id,
                name,
                words.say("school.eyebrow", week(read, zone)),
                words.say("school.sub", read.students(), read.classes()),
                "school:" + id,
                read,
                List.of(group),
                classLines(null, read.classPace()),
                List.of(),
                "name",
                zone);
    }

    SummaryPage district(String id, Summary read, ZoneId zone, String order) {
        String name = read.district() == null ? id : read.district().name();
        List<Summary.SchoolLine> byName = read.schools().stream()
                .sorted(Comparator.comparing(Summary.SchoolLine::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        List<StripPlot.Group> groups = byName.stream()
                .filter(s -> !s.suppressed())
                .map(s -> new StripPlot.Group(s.name(), Links.school(s.id()), values(s.classPace())))
                .toList();
        List<SummaryPage.ClassLine> lines = byName.stream()
                .flatMap(s -> classLines(s.name(), s.classPace()).stream())
                .toList();
        return page(
                id,
                words.say("district.title"),
                words.say("district.eyebrow", name, week(read, zone)),
                words.say("district.sub", read.students(), read.schools().size()),
                "district:" + id,
                read,
                groups,
                lines,
                schools(byName, order),
                order,
                zone);
    }

    private SummaryPage page(
            String id,
            String name,
            String eyebrow,
            String sub,
            String stream,
            Summary read,
            List<StripPlot.Group> groups,
            List<SummaryPage.ClassLine> lines,
            List<SummaryPage.School> schools,
            String order,
            ZoneId zone) {
        boolean dots = groups.stream().anyMatch(g -> !g.values().isEmpty());
        int suppressed =
                (int) lines.stream().filter(SummaryPage.ClassLine::suppressed).count();
        return new SummaryPage(
                id,
                name,
                eyebrow,
                sub,
                read.students() == 0,
                stream,
                kpis(read),
                dots ? StripPlot.wide(groups) : null,
                dots ? StripPlot.narrow(groups) : null,
                lines,
                suppressed,
                read.bottlenecks().stream().map(this::bottle).toList(),
                read.masteryByCompetency().stream().map(this::share).toList(),
                schools,
                order,
                causes(read),
                data(read, zone),
                zone,
                read.asOf());
    }

    private String week(Summary read, ZoneId zone) {
        LocalDate monday =
                LocalDate.ofInstant(read.now(), zone).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return words.week(monday.atStartOfDay(zone).toInstant(), zone);
    }

    private List<SummaryPage.Kpi> kpis(Summary read) {
        Summary.Conferences held = read.conferences();
        long system = read.systemBottlenecks();
        return List.of(
                new SummaryPage.Kpi(
                        words.percent(read.pace().share()),
                        words.say("kpi.onPace"),
                        words.say(
                                "kpi.onPaceNote",
                                read.pace().watch(),
                                read.pace().missed()),
                        false),
                new SummaryPage.Kpi(
                        words.number(held.doneThisWeek()),
                        words.say("kpi.conferences"),
                        held.withinDayShare() == null
                                ? words.say("kpi.open", held.open())
                                : words.say("kpi.withinDay", words.percent(held.withinDayShare()), held.open()),
                        false),
                new SummaryPage.Kpi(words.number(read.stuckNow()), words.say("kpi.stuck"), null, false),
                new SummaryPage.Kpi(words.number(system), words.say("kpi.system", system), null, system > 0));
    }

    private static List<StripPlot.Value> values(List<Summary.ClassPace> classes) {
        List<StripPlot.Value> values = new ArrayList<>();
        for (Summary.ClassPace c : classes) {
            Double share = c.share();
            if (!c.suppressed() && share != null) {
                values.add(new StripPlot.Value(share, c.title(), c.classId() == null ? null : Links.grid(c.classId())));
            }
        }
        return values;
    }

    private List<SummaryPage.ClassLine> classLines(@Nullable String school, List<Summary.ClassPace> classes) {
        return classes.stream()
                .map(c -> new SummaryPage.ClassLine(
                        school,
                        c.title() == null ? words.say("class.unnamed") : c.title(),
                        c.classId() == null ? null : Links.grid(c.classId()),
                        c.suppressed() ? words.say("suppressed.count") : words.number(c.students()),
                        c.suppressed() ? words.say("suppressed.short") : words.percent(c.share()),
                        c.suppressed()))
                .toList();
    }

    private SummaryPage.Bottle bottle(Summary.Bottleneck b) {
        double share = b.share() == null ? 0 : b.share();
        return new SummaryPage.Bottle(
                b.code(),
                b.name(),
                100 * Math.clamp(share, 0.0, 1.0),
                words.percent(b.share()),
                b.level().name().toLowerCase(Locale.ROOT),
                words.say("bottleneck.of", b.determinate(), b.indeterminate()),
                b.stuck(),
                b.determinate(),
                b.indeterminate(),
                b.share() == null);
    }

    private SummaryPage.Share share(Summary.CompetencyShare c) {
        double share = c.suppressed() || c.share() == null ? 0 : c.share();
        return new SummaryPage.Share(
                c.code(),
                c.name(),
                100 * Math.clamp(share, 0.0, 1.0),
                c.suppressed() ? words.say("suppressed.short") : words.percent(c.share()),
                c.suppressed() ? words.say("suppressed.long") : words.say("mastery.of", c.mastered(), c.students()),
                c.suppressed());
    }

    private List<SummaryPage.School> schools(List<Summary.SchoolLine> byName, String order) {
        Comparator<Summary.SchoolLine> comparator =
                switch (order) {
                    case "pace" -> Comparator.comparingDouble(s -> known(s.onPaceShare()));
                    case "mastery" -> Comparator.comparingDouble(s -> known(s.masteredShare()));
                    case "open" ->
                        Comparator.comparingInt(Summary.SchoolLine::openConferences)
                                .reversed();
                    default -> Comparator.comparing(Summary.SchoolLine::name, String.CASE_INSENSITIVE_ORDER);
                };
        return byName.stream().sorted(comparator).map(this::school).toList();
    }

    private static double known(@Nullable Double share) {
        return share == null ? 2 : share;
    }

    private SummaryPage.School school(Summary.SchoolLine s) {
        String few = words.say("suppressed.short");
        return new SummaryPage.School(
                Links.school(s.id()),
                s.name(),
                s.suppressed() ? words.say("suppressed.count") : words.number(s.students()),
                s.suppressed() ? few : words.percent(s.onPaceShare()),
                s.suppressed() || s.onPaceShare() == null ? 0 : 100 * Math.clamp(s.onPaceShare(), 0.0, 1.0),
                s.suppressed() ? few : words.percent(s.masteredShare()),
                s.suppressed() ? few : words.number(s.openConferences()),
                s.suppressed());
    }

    private List<SummaryPage.CauseCount> causes(Summary read) {
        List<SummaryPage.CauseCount> counts = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            int count = read.conferences().byCause().getOrDefault(cause.name(), 0);
            if (count > 0) {
                counts.add(new SummaryPage.CauseCount(words.say("cause.long." + cause.name()), count));
            }
        }
        counts.sort(Comparator.comparingInt(SummaryPage.CauseCount::count).reversed());
        return counts;
    }

    private SummaryPage.@Nullable Data data(Summary read, ZoneId zone) {
        Summary.Freshness fresh = read.freshness();
        Summary.Ledger ledger = read.ledger();
        if (fresh == null || ledger == null) {
            return null;
        }
        return new SummaryPage.Data(
                words.span(fresh.p50Millis()),
                words.span(fresh.p99Millis()),
                fresh.lastEventAt() == null
                        ? null
                        : words.shortDay(fresh.lastEventAt(), zone) + ", " + words.time(fresh.lastEventAt(), zone),
                words.number(ledger.applied()),
                words.number(ledger.quarantined()),
                ledger.imbalance());
    }
}
