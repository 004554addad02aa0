package io.pacelight.reporting.application;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.TermChanged;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.reporting.application.view.GridView;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.LevelState;
import io.pacelight.reporting.domain.Light;
import io.pacelight.reporting.domain.Pace;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.grid.ClassGrid;
import io.pacelight.reporting.domain.grid.ClassPlan;
import io.pacelight.reporting.domain.grid.GridBuilder;
import io.pacelight.reporting.domain.grid.Pupil;
import io.pacelight.reporting.domain.rollup.SchoolTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a class to those who may see it. */
public final class ReadClass {
    private final Roster roster;
    private final Students students;
    private final People people;
    private final AuditTrail audit;
    private final SchoolClock clock;

    public ReadClass(Roster roster, Students students, People people, AuditTrail audit, SchoolClock clock) {
        this.roster = roster;
        this.students = students;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** The grid; one audit row stands for the whole class, since it is read and read again while a page is open. */
    public GridView grid(Reader reader, String classId) {
        ClassChanged found = roster.find(reader.district(), classId)
                .filter(known -> reader.viewer().scope().seesClass(classId, known.school()))
                .orElseThrow(() -> new OutsideScope("This class"));
        audit.read(reader.viewer(), "class:" + classId, reader.note("class grid"));
        Instant now = clock.now();
        SchoolTime time = roster.of(reader.district(), found.school());
        LocalDate today = time.day(now);
        List<StudentState> members = members(reader.district(), classId, today);
        Map<String, String> names = Names.shown(people, reader.pseudonymous())
                .listed(
                        reader.district(),
                        members.stream().map(StudentState::student).toList());
        List<Pupil> pupils = members.stream()
                .map(state -> new Pupil(state, names.getOrDefault(state.student(), state.student())))
                .toList();
        ClassPlan plan = roster.plan(found);
        Instant yesterday = time.previous(today).atStartOfDay(time.zone()).toInstant();
        ClassGrid grid = GridBuilder.build(classId, plan, pupils, now, yesterday);
        return view(found, grid, plan, now, time, today);
    }

    /** Today's members; of a class that nobody is in today, all who ever were. */
    private List<StudentState> members(String district, String classId, LocalDate today) {
        List<StudentState> all = students.ofClass(district, classId);
        List<StudentState> current = all.stream()
                .filter(state -> state.enrolments(today).stream()
                        .anyMatch(enrolment -> enrolment.classId().equals(classId)))
                .toList();
        return current.isEmpty() ? all.stream().filter(StudentState::active).toList() : current;
    }

    private GridView view(
            ClassChanged found, ClassGrid grid, ClassPlan plan, Instant now, SchoolTime time, LocalDate today) {
        String district = found.district();
        return new GridView(
                new GridView.ClassInfo(
                        found.classId(),
                        found.title(),
                        roster.course(district, found.course()),
                        found.periods().isEmpty() ? null : found.periods().getFirst(),
                        found.room(),
                        roster.named(district, found.school()),
                        roster.term(found, today).map(ReadClass::term).orElse(null)),
                now,
                now,
                time.zone().getId(),
                grid.columns().stream()
                        .map(column -> column(district, column, plan))
                        .toList(),
                grid.rows().stream().map(ReadClass::row).toList(),
                GridView.LevelStep.DEFAULT,
                summary(grid));
    }

    private static GridView.Term term(TermChanged term) {
        return new GridView.Term(term.term(), term.title(), term.start(), term.end());
    }

    private GridView.CompetencyColumn column(String district, ClassGrid.Column column, ClassPlan plan) {
        CompetencyChanged known =
                roster.competency(district, column.competency()).orElse(null);
        return new GridView.CompetencyColumn(
                column.competency(),
                known == null ? column.competency() : known.name(),
                known == null ? null : known.statement(),
                known == null ? null : known.iCan(),
                column.unit() == null
                        ? null
                        : new GridView.UnitRef(
                                column.unit(),
                                plan.units().get(column.unit() - 1).title()),
                column.planPosition());
    }

    private static GridView.StudentRow row(ClassGrid.Row row) {
        return new GridView.StudentRow(
                row.pupil().state().student(),
                row.pupil().name(),
                row.pace(),
                row.stalled(),
                row.actual(),
                row.expected(),
                row.needRank(),
                row.cells().stream().map(ReadClass::cell).toList());
    }

    private static GridView.Cell cell(ClassGrid.Cell cell) {
        Competence competence = cell.competence();
        Light light = cell.light();
        return new GridView.Cell(
                cell.competency(),
                cell.state(),
                rounded(competence == null ? null : competence.level()),
                rounded(competence == null ? null : competence.shown()),
                competence == null ? 0 : competence.attempts(),
                competence == null ? null : competence.progress(),
                cell.next(),
                light == null ? Pace.NONE : light.pace(),
                light == null ? null : light.targetAt(),
                competence == null ? List.of() : competence.recent(),
                competence == null ? null : competence.masteredAt());
    }

    /** Two decimals, once, at the end. */
    static BigDecimal rounded(@Nullable BigDecimal level) {
        return (level == null ? BigDecimal.ZERO : level).setScale(2, RoundingMode.HALF_UP);
    }

    private static GridView.ClassSummary summary(ClassGrid grid) {
        ClassGrid.Summary summary = grid.summary();
        Map<LevelState, Integer> states = new EnumMap<>(LevelState.class);
        for (LevelState state : LevelState.values())
            states.put(state, summary.states().getOrDefault(state, 0));
        return new GridView.ClassSummary(
                grid.rows().size(),
                states,
                summary.onPace(),
                summary.watch(),
                summary.missed(),
                summary.openConferences(),
                summary.masteredSince());
    }
}
