package io.pacelight.faults.simulation;

import io.pacelight.events.ConferenceReason;
import io.pacelight.events.ConferenceTask;
import io.pacelight.events.ConferenceTaskClosed;
import io.pacelight.events.ConferenceTaskJoined;
import io.pacelight.events.ConferenceTaskOpened;
import io.pacelight.events.ConferenceTaskReopened;
import io.pacelight.events.ConferenceTaskSnoozed;
import io.pacelight.events.ConferenceTaskStarted;
import io.pacelight.events.Envelope;
import io.pacelight.events.Event;
import io.pacelight.events.EvidenceJudged;
import io.pacelight.events.Keys;
import io.pacelight.events.MasteryPolicyChanged;
import io.pacelight.events.PacingTargetMissed;
import io.pacelight.events.RejudgementRequested;
import io.pacelight.events.Topics;
import io.pacelight.events.UnreadableEvent;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.Light;
import io.pacelight.intervention.domain.Pace;
import io.pacelight.intervention.domain.Reason;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.stream.CloudEventHeaders;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.domain.evidence.Attempt;
import io.pacelight.progression.domain.mastery.Mastery;
import io.pacelight.progression.domain.mastery.Standing;
import io.pacelight.progression.domain.policy.Policies;
import io.pacelight.progression.domain.policy.PolicySetting;
import io.pacelight.reporting.application.StoredRollUp;
import io.pacelight.reporting.domain.Competence;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.CompetencyTally;
import io.pacelight.reporting.domain.rollup.StudentTally;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What must hold at the end of every run, once everything that was down is up again and nothing is left to do. */
final class Invariants {
    private final long seed;
    private final World world;
    private final Stores stores;
    private final Ledger ledger;
    private final Outside outside;
    private final Map<String, Ledger.Expected> expected;

    Invariants(long seed, World world, Stores stores, Ledger ledger, Outside outside) {
        this.seed = seed;
        this.world = world;
        this.stores = stores;
        this.ledger = ledger;
        this.outside = outside;
        StateDocument<SetPolicy> policy = stores.policies.document(Keys.of(District.NAME, "district"));
        PolicySetting setting = policy == null ? null : policy.state().setting();
        expected = ledger.expected(setting == null ? "latest" : Policies.nameOf(setting.policy()));
    }

    void check() {
        everyRecordIsEitherAppliedOrQuarantined();
        everyStateIsWhatTheLedgerComesTo();
        everyReasonIsInOneTask();
        noClockStruckBeforeTheBacklogHadSpoken();
        everyTargetIsSettled();
        everyRowIsWhatItsSourceSays();
        theTotalIsWhatTheLedgerComesTo();
        eventsAppearOnceInOrderAndWithoutGaps();
        nothingIsLeftToTell();
        theLatestFactOfEachKeyStandsLast();
        whoeverStartsNowReadsWhatIsSet();
    }

    /** I1. */
    private void everyRecordIsEitherAppliedOrQuarantined() {
        for (FakeLog.Entry entry : world.log().of(Topics.ATTEMPTS)) {
            String place = entry.place();
            boolean shelved = stores.shelf(Progression.NAME).find(place).isPresent();
            require("I1", shelved == ledger.isUnfit(entry), place + (shelved ? " is" : " is not") + " in quarantine");
        }
        Map<String, Long> applied = new TreeMap<>();
        for (StateDocument<Mastery> document : stores.masteries.documents())
            for (Attempt attempt : document.state().portfolio().attempts())
                applied.put(attempt.id(), attempt.revision());
        Map<String, Long> accepted = new TreeMap<>();
        for (Ledger.Row row : ledger.rows()) accepted.merge(row.attempt(), row.revision(), Math::max);
        require("I1", applied.equals(accepted), "applied " + applied + ", accepted " + accepted);
    }

    /** I2, of progression. */
    private void everyStateIsWhatTheLedgerComesTo() {
        Map<String, Standing> standings = new TreeMap<>();
        for (StateDocument<Mastery> document : stores.masteries.documents()) {
            Standing standing = document.state().standing();
            if (standing != null) standings.put(document.id().substring(2), standing);
        }
        require("I2", standings.keySet().equals(expected.keySet()), standings.keySet() + " of " + expected.keySet());
        expected.forEach((pair, wanted) -> {
            Standing is = Objects.requireNonNull(standings.get(pair));
            require(
                    "I2",
                    same(is.level().toDecimal(), wanted.level())
                            && same(is.shown().toDecimal(), wanted.shown())
                            && is.mastered() == wanted.mastered()
                            && is.attempts() == wanted.attempts(),
                    pair + " is " + is + ", the ledger says " + wanted);
        });
    }

    /** I3: reasons, tasks, and that a student never has two open in a class, at no moment of the history told. */
    private void everyReasonIsInOneTask() {
        Map<String, String> taskOf = new HashMap<>();
        Map<String, Map<String, ConferenceTask>> tasksOf = new HashMap<>();
        for (Told told : firsts(Topics.TASKS)) {
            ConferenceTask task = task(told.event());
            if (task == null) continue;
            for (ConferenceReason reason : task.reasons()) {
                String before = taskOf.putIfAbsent(reason.reason(), task.task());
                require(
                        "I3",
                        before == null || before.equals(task.task()),
                        reason.reason() + " is in " + before + " and in " + task.task());
            }
            Map<String, ConferenceTask> tasks =
                    tasksOf.computeIfAbsent(told.entry().header("ce_subject"), none -> new TreeMap<>());
            tasks.put(task.task(), task);
            Set<String> busy = new HashSet<>();
            for (ConferenceTask one : tasks.values())
                require("I3", !isOpen(one) || busy.add(one.classId()), "two open tasks in " + one.classId());
        }
        for (StateDocument<StudentWatch> document : stores.watches.documents()) {
            Set<String> struck = new HashSet<>();
            for (Reason reason : document.state().reasons()) {
                String what = reason.struckIn() + ' ' + reason.target() + ' ' + reason.episode();
                require("I3", struck.add(what), document.id() + " was struck twice by " + what);
                require(
                        "I3",
                        reason.conference().equals(taskOf.get(reason.id())),
                        reason.id() + " is in " + reason.conference() + ", told in " + taskOf.get(reason.id()));
            }
        }
    }

    /**
     * I3: a strike knew what stood in the log before its instant. So where a competency was mastered then, it must have
     * been revoked before the strike was told.
     */
    private void noClockStruckBeforeTheBacklogHadSpoken() {
        List<Told> judged = firsts(Topics.MASTERY);
        for (Told told : firsts(Topics.TASKS)) {
            if (!(told.event() instanceof PacingTargetMissed missed)) continue;
            StudentWatch watch = Objects.requireNonNull(stores.watches.document(missed.key()))
                    .state();
            Instant struckAt = watch.reasons().stream()
                    .filter(reason -> reason.id().equals(missed.reason()))
                    .map(Reason::struckAt)
                    .findFirst()
                    .orElseThrow();
            boolean mastered = false;
            for (Told row : judged)
                if (row.event() instanceof EvidenceJudged judgement
                        && judgement.key().equals(missed.key())
                        && judgement.competency().equals(missed.competency())
                        && row.entry().order() < told.entry().order()
                        && (row.entry().at().isBefore(struckAt) || !judgement.mastered()))
                    mastered = judgement.mastered();
            require("I3", !mastered, missed + " was mastered before " + struckAt);
        }
    }

    /** I3: in the end a target is missed by exactly those who have not mastered it, and nobody is asked in for what is mastered. */
    private void everyTargetIsSettled() {
        for (String student : District.STUDENTS) {
            StateDocument<StudentWatch> document = stores.watches.document(District.key(student));
            require("I3", document != null, student + " is not watched");
            StudentWatch watch = Objects.requireNonNull(document).state();
            for (String competency : District.COMPETENCIES) {
                String classId = competency.equals("C") ? District.ART : District.MATH;
                Ledger.Expected is = expected.get(student + '|' + competency);
                boolean mastered = is != null && is.mastered();
                boolean enrolled = !competency.equals("C") || outside.isInArt(student);
                boolean over = !world.now().isBefore(District.due(competency, outside.minutesOfB()));
                Light light = watch.lightsOf(classId).get(competency);
                boolean missed = light != null && light.pace() == Pace.MISSED;
                require(
                        "I3",
                        missed == (enrolled && over && !mastered),
                        student + " on " + competency + ": mastered " + mastered + ", light " + light);
            }
            for (Reason reason : watch.reasons()) {
                Ledger.Expected is = expected.get(student + '|' + reason.competency());
                require(
                        "I3",
                        !reason.isPacing() || !reason.isOpen() || is == null || !is.mastered(),
                        student + " is asked in for " + reason.target() + ", which is mastered");
            }
        }
    }

    /** I2, of reporting's students. */
    private void everyRowIsWhatItsSourceSays() {
        for (String student : District.STUDENTS) {
            StateDocument<StudentState> document = stores.rows.document(District.key(student));
            require("I2", document != null, student + " has no row");
            StudentState row = Objects.requireNonNull(document).state();
            for (String competency : District.COMPETENCIES) {
                Ledger.Expected wanted = expected.get(student + '|' + competency);
                Competence is = row.competencies().get(competency);
                require(
                        "I2",
                        wanted == null
                                ? is == null
                                : is != null
                                        && is.mastered() == wanted.mastered()
                                        && is.attempts() == wanted.attempts()
                                        && same(is.shown(), wanted.shown()),
                        "row of " + student + " on " + competency + " is " + is + ", the ledger says " + wanted);
            }
            StudentWatch watch = Objects.requireNonNull(stores.watches.document(District.key(student)))
                    .state();
            for (String classId : List.of(District.MATH, District.ART)) {
                Conference open = watch.openConference(classId);
                io.pacelight.reporting.domain.Conference seen = row.openConference(classId);
                require(
                        "I2",
                        Objects.equals(open == null ? null : open.id(), seen == null ? null : seen.id()),
                        student + " has open " + open + ", seen as " + seen);
                require("I2", lights(watch, classId).equals(lights(row, classId)), "lights of " + student);
            }
        }
    }

    private static Map<String, String> lights(StudentWatch watch, String classId) {
        Map<String, String> lights = new TreeMap<>();
        watch.lightsOf(classId)
                .forEach((competency, light) ->
                        lights.put(competency, light.pace().name()));
        return lights;
    }

    private static Map<String, String> lights(StudentState row, String classId) {
        Map<String, String> lights = new TreeMap<>();
        row.in(classId).lights().forEach((competency, light) -> {
            if (light.pace() != io.pacelight.reporting.domain.Pace.NONE)
                lights.put(competency, light.pace().name());
        });
        return lights;
    }

    /** I2, of the roll-up of the school. */
    private void theTotalIsWhatTheLedgerComesTo() {
        StateDocument<StoredRollUp> document = stores.schools.document(Keys.of(District.NAME, District.SCHOOL));
        require("I2", document != null, "the school has no total");
        StudentTally total = Objects.requireNonNull(document).state().total().students();
        Map<String, CompetencyTally> wanted = new TreeMap<>();
        long attempts = 0;
        for (Map.Entry<String, Ledger.Expected> pair : expected.entrySet()) {
            Ledger.Expected one = pair.getValue();
            attempts += one.attempts();
            if (one.attempts() == 0) continue;
            String competency = pair.getKey().substring(pair.getKey().indexOf('|') + 1);
            wanted.merge(competency, new CompetencyTally(1, one.mastered() ? 1 : 0, 0), CompetencyTally::plus);
        }
        require("I2", total.judged() == attempts, total.judged() + " pieces are judged of " + attempts);
        require("I2", total.attempts() == attempts + countUnfit(), total.attempts() + " attempts of " + attempts);
        require("I2", total.pace().students() == District.STUDENTS.size(), "students " + total.pace());
        require("I2", total.competencies().keySet().equals(wanted.keySet()), total + " instead of " + wanted);
        wanted.forEach((competency, tally) -> {
            CompetencyTally is = Objects.requireNonNull(total.competencies().get(competency));
            require(
                    "I2",
                    is.students() == tally.students() && is.mastered() == tally.mastered(),
                    competency + " is " + is + ", the ledger says " + tally);
        });
        int open = 0;
        for (StateDocument<StudentWatch> watch : stores.watches.documents())
            for (Conference conference : watch.state().conferences())
                if (conference.state().isOpen()) open++;
        int seen = document.state().total().openConferences();
        require("I2", seen == open, seen + " open conferences of " + open);
    }

    /** Attempts that reporting can read and progression can't judge. */
    private long countUnfit() {
        Set<String> readable = new HashSet<>();
        for (FakeLog.Entry entry : world.log().of(Topics.ATTEMPTS))
            if (ledger.isUnfit(entry) && event(entry) != null) readable.add(entry.header("ce_subject"));
        return readable.size();
    }

    /** I6, and that no event is missing: a document's events appear in its sequence, every one of them, each under its own id. */
    private void eventsAppearOnceInOrderAndWithoutGaps() {
        Map<String, Content> contents = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, TreeSet<Long>> seen = new HashMap<>();
        for (FakeLog.Entry entry : world.log().all()) {
            String id = entry.header("ce_id");
            if (id == null || ledger.isUnfit(entry)) continue;
            Content content = Content.of(entry);
            Content before = contents.putIfAbsent(id, content);
            require("I6", before == null || before.equals(content), id + " is " + before + " and " + content);
            String source = String.valueOf(entry.header("ce_source"));
            if (!source.startsWith("/pacelight/") || isRequest(entry)) continue;
            String subject = source + ' ' + entry.header("ce_subject");
            long sequence = Long.parseLong(String.valueOf(entry.header("ce_sequence")));
            if (!seen.computeIfAbsent(subject, none -> new TreeSet<>()).add(sequence)) continue;
            Long previous = last.put(entry.partition() + subject, sequence);
            require("I6", previous == null || previous < sequence, subject + ": " + sequence + " after " + previous);
        }
        for (FakeStore<?> store : stores.telling())
            for (StateDocument<?> document : store.documents()) {
                String subject = Instance.source(store.service()) + ' ' + document.id();
                Set<Long> told = seen.getOrDefault(subject, new TreeSet<>());
                require(
                        "I6",
                        told.size() == document.sequence(),
                        subject + " has told " + told + " of " + document.sequence());
            }
    }

    /** What an instance asks of itself, which no document tells. */
    private static boolean isRequest(FakeLog.Entry entry) {
        if (entry.partition().topic().equals(Topics.INTERVENTION_INPUTS)) return true;
        return event(entry) instanceof RejudgementRequested request
                && !request.becauseTopic().equals(Topics.STUDENTS);
    }

    private void nothingIsLeftToTell() {
        for (FakeStore<?> store : stores.telling())
            require("untold", store.untold().isEmpty(), store.service() + " keeps " + store.untold());
    }

    /** latest: of a compacted topic the last record of each key stays, so it must be the one with the highest sequence. */
    private void theLatestFactOfEachKeyStandsLast() {
        Map<String, Long> latest = new TreeMap<>();
        Map<String, FakeLog.Entry> last = new TreeMap<>();
        for (String topic : Topics.COMPACTED)
            for (FakeLog.Entry entry : world.log().of(topic)) {
                String key = topic + ' ' + entry.keyText();
                long sequence = Long.parseLong(String.valueOf(entry.header("ce_sequence")));
                latest.merge(key, sequence, Math::max);
                last.put(key, entry);
            }
        last.forEach((key, entry) -> require(
                "latest",
                Objects.equals(entry.header("ce_sequence"), String.valueOf(latest.get(key))),
                entry + " stands last, behind #" + latest.get(key)));
    }

    /** latest: of what compaction leaves, the reference facts of a new instance are those of the documents. */
    private void whoeverStartsNowReadsWhatIsSet() {
        for (TopicPartition partition : FakeLog.partitionsOf(Topics.COMPACTED))
            world.log().compact(partition, world.log().end(partition));
        FakeBook book = new FakeBook(world);
        for (StateDocument<SetPolicy> document : stores.policies.documents()) {
            PolicySetting set = document.state().setting();
            String key = Keys.of(District.NAME, "policy", String.valueOf(set == null ? null : set.scope()));
            PolicySetting read = book.find(MasteryPolicyChanged.class, key)
                    .map(ChangePolicy::read)
                    .orElse(null);
            require("latest", Objects.equals(read, set), "a new instance reads " + read + " instead of " + set);
        }
    }

    private record Content(String type, String subject, String sequence, String value) {
        static Content of(FakeLog.Entry entry) {
            byte[] value = entry.value();
            return new Content(
                    String.valueOf(entry.header("ce_type")),
                    String.valueOf(entry.header("ce_subject")),
                    String.valueOf(entry.header("ce_sequence")),
                    value == null ? "" : new String(value, StandardCharsets.UTF_8));
        }
    }

    private record Told(FakeLog.Entry entry, Event event) {}

    /** The events of a topic, each at its first appearance. */
    private List<Told> firsts(String topic) {
        Set<String> ids = new HashSet<>();
        List<Told> told = new ArrayList<>();
        for (FakeLog.Entry entry : world.log().of(topic)) {
            Event event = event(entry);
            if (event != null && ids.add(String.valueOf(entry.header("ce_id")))) told.add(new Told(entry, event));
        }
        return told;
    }

    private static @Nullable Event event(FakeLog.Entry entry) {
        try {
            return CloudEventHeaders.read(entry.headers(), entry.value())
                    .map(envelope -> (Event) ((Envelope<?>) envelope).data())
                    .orElse(null);
        } catch (UnreadableEvent e) {
            return null;
        }
    }

    private static @Nullable ConferenceTask task(Event event) {
        if (event instanceof ConferenceTaskOpened told) return told.task();
        if (event instanceof ConferenceTaskJoined told) return told.task();
        if (event instanceof ConferenceTaskStarted told) return told.task();
        if (event instanceof ConferenceTaskSnoozed told) return told.task();
        if (event instanceof ConferenceTaskReopened told) return told.task();
        if (event instanceof ConferenceTaskClosed told) return told.task();
        return null;
    }

    private static boolean isOpen(ConferenceTask task) {
        return Conference.State.valueOf(task.state().name()).isOpen();
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    private void require(String invariant, boolean holds, String what) {
        if (!holds) throw new Violation(seed, invariant, what, world.trace().entries());
    }
}
