package io.pacelight.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event of the contract: type string, record and topic. */
public final class EventCatalogue {
    /** One kind of event: its CloudEvents type, the record that carries it and the topic it travels on. */
    public record Entry(String type, Class<? extends Event> record, String topic) {}

    private static final List<Entry> ENTRIES = List.of(
            entry(PersonChanged.TYPE, PersonChanged.class, Topics.PEOPLE),
            entry(BellScheduleChanged.TYPE, BellScheduleChanged.class, Topics.REFERENCE),
            entry(CalendarChanged.TYPE, CalendarChanged.class, Topics.REFERENCE),
            entry(ClassChanged.TYPE, ClassChanged.class, Topics.REFERENCE),
            entry(CourseChanged.TYPE, CourseChanged.class, Topics.REFERENCE),
            entry(OrgChanged.TYPE, OrgChanged.class, Topics.REFERENCE),
            entry(StaffChanged.TYPE, StaffChanged.class, Topics.REFERENCE),
            entry(TermChanged.TYPE, TermChanged.class, Topics.REFERENCE),
            entry(CompetencyChanged.TYPE, CompetencyChanged.class, Topics.CURRICULUM),
            entry(PrerequisitesChanged.TYPE, PrerequisitesChanged.class, Topics.CURRICULUM),
            entry(CodeCrosswalked.TYPE, CodeCrosswalked.class, Topics.CURRICULUM),
            entry(PathwayChanged.TYPE, PathwayChanged.class, Topics.CURRICULUM),
            entry(PacingPlanChanged.TYPE, PacingPlanChanged.class, Topics.CURRICULUM),
            entry(MasteryPolicyChanged.TYPE, MasteryPolicyChanged.class, Topics.POLICIES),
            entry(StudentChanged.TYPE, StudentChanged.class, Topics.STUDENTS),
            entry(AttendanceRecorded.TYPE, AttendanceRecorded.class, Topics.ATTENDANCE),
            entry(AttemptRecorded.TYPE, AttemptRecorded.class, Topics.ATTEMPTS),
            entry(AttemptVoided.TYPE, AttemptVoided.class, Topics.ATTEMPTS),
            entry(RejudgementRequested.TYPE, RejudgementRequested.class, Topics.PROGRESSION_INPUTS),
            entry(ClockCheckRequested.TYPE, ClockCheckRequested.class, Topics.INTERVENTION_INPUTS),
            entry(EvidenceJudged.TYPE, EvidenceJudged.class, Topics.MASTERY),
            entry(LevelChanged.TYPE, LevelChanged.class, Topics.MASTERY),
            entry(MasteryAchieved.TYPE, MasteryAchieved.class, Topics.MASTERY),
            entry(MasteryRevoked.TYPE, MasteryRevoked.class, Topics.MASTERY),
            entry(CompetencyUnlocked.TYPE, CompetencyUnlocked.class, Topics.MASTERY),
            entry(PaceChanged.TYPE, PaceChanged.class, Topics.TASKS),
            entry(PacingTargetMissed.TYPE, PacingTargetMissed.class, Topics.TASKS),
            entry(StudentStalled.TYPE, StudentStalled.class, Topics.TASKS),
            entry(StallCleared.TYPE, StallCleared.class, Topics.TASKS),
            entry(ConferenceTaskOpened.TYPE, ConferenceTaskOpened.class, Topics.TASKS),
            entry(ConferenceTaskJoined.TYPE, ConferenceTaskJoined.class, Topics.TASKS),
            entry(ConferenceTaskStarted.TYPE, ConferenceTaskStarted.class, Topics.TASKS),
            entry(ConferenceTaskSnoozed.TYPE, ConferenceTaskSnoozed.class, Topics.TASKS),
            entry(ConferenceTaskReopened.TYPE, ConferenceTaskReopened.class, Topics.TASKS),
            entry(ConferenceTaskClosed.TYPE, ConferenceTaskClosed.class, Topics.TASKS));

    private static final Map<String, Entry> BY_TYPE =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));
    private static final Map<Class<?>, Entry> BY_RECORD =
            ENTRIES.stream().collect(Collectors.toUnmodifiableMap(Entry::record, Function.identity()));

    private EventCatalogue() {}

    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** The entry of a type string; empty for a type that this version does not know, which a consumer skips. */
    public static Optional<Entry> find(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Entry of(Event event) {
        Entry entry = BY_RECORD.get(event.getClass());
        if (entry == null) throw new IllegalArgumentException("not in the catalogue: " + event.getClass());
        return entry;
    }

    private static Entry entry(String type, Class<? extends Event> record, String topic) {
        return new Entry(type, record, topic);
    }
}
