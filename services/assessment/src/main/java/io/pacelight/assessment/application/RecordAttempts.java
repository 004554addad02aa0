package io.pacelight.assessment.application;

import io.pacelight.assessment.domain.Attempt;
import io.pacelight.assessment.domain.AttemptRules;
import io.pacelight.assessment.domain.AttemptRules.Verdict;
import io.pacelight.assessment.domain.Objection;
import io.pacelight.assessment.domain.RawAttempt;
import io.pacelight.assessment.domain.RecordedAttempt;
import io.pacelight.events.EventIds;
import io.pacelight.events.Keys;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records attempts: checks each, keeps the good ones once and says of every other what is wrong with it. */
public final class RecordAttempts {
    /** Who records, where, when, and under which id what has none of its own gets one. */
    public record Recorder(
            String district, Instant at, @Nullable String by, String origin, MayRecord mayRecord) {}

    /** Whether somebody may record for a student; it is asked with the classes of the day. */
    @FunctionalInterface
    public interface MayRecord {
        boolean test(String student, List<String> classes, List<String> schools);
    }

    /** What became of one raw attempt: recorded, known already, or refused with its objections. */
    public record Result(
            RawAttempt raw,
            @Nullable Attempt attempt,
            RecordedAttempt.@Nullable Answer answer,
            List<Objection> objections) {}

    private final Students students;
    private final Curriculum curriculum;
    private final StateFolder<RecordedAttempt, AttemptCommand> attempts;

    public RecordAttempts(
            Students students, Curriculum curriculum, StateFolder<RecordedAttempt, AttemptCommand> attempts) {
        this.students = students;
        this.curriculum = curriculum;
        this.attempts = attempts;
    }

    /** Results in the order of the input. When it returns, what is accepted is stored and on its way. */
    public List<Result> record(List<RawAttempt> raws, Recorder recorder) {
        Known known = look(raws, recorder.district());
        awaitCurriculum(raws, recorder.district());
        List<Result> results = new ArrayList<>(raws.size());
        List<Input<AttemptCommand>> inputs = new ArrayList<>(raws.size());
        for (RawAttempt raw : raws) {
            Verdict verdict = judge(raw, known, recorder);
            results.add(new Result(raw, verdict.attempt(), null, verdict.objections()));
            Attempt attempt = verdict.attempt();
            if (attempt != null) inputs.add(input(attempt, origin(recorder, raw)));
        }
        Map<String, RecordedAttempt> recorded = new HashMap<>(inputs.size() * 2);
        Folded<RecordedAttempt> folded = attempts.accept(inputs);
        for (StateDocument<RecordedAttempt> document : folded.touched()) recorded.put(document.id(), document.state());
        return results.stream()
                .map(result -> answered(result, recorded, recorder))
                .toList();
    }

    private Result answered(Result result, Map<String, RecordedAttempt> recorded, Recorder recorder) {
        Attempt attempt = result.attempt();
        if (attempt == null) return result;
        RecordedAttempt now = recorded.getOrDefault(document(attempt), RecordedAttempt.NOTHING);
        RecordedAttempt.Answer answer = now.answer(attempt, origin(recorder, result.raw()));
        List<Objection> objections = answer == RecordedAttempt.Answer.CONFLICTING
                ? List.of(new Objection(
                        "attemptId",
                        "other-content",
                        "Attempt '" + attempt.id() + "' is recorded already with other content; "
                                + "use a new id, or void the old one first"))
                : List.of();
        return new Result(result.raw(), now.attempt(), answer, objections);
    }

    private static String origin(Recorder recorder, RawAttempt raw) {
        return recorder.origin() + '#' + raw.row();
    }

    private static String document(Attempt attempt) {
        return Keys.of(attempt.district(), attempt.id());
    }

    private static Input<AttemptCommand> input(Attempt attempt, String origin) {
        String document = document(attempt);
        return new Input<>(document, document, null, new AttemptCommand.RecordAttempt(attempt, origin));
    }

    private Verdict judge(RawAttempt raw, Known known, Recorder recorder) {
        KnownStudent student = known.student(raw);
        ZoneId zone = curriculum.zone(recorder.district(), student == null ? List.of() : student.schools());
        if (student != null && !mayRecord(student, zone, recorder)) student = null;
        String code = raw.competency();
        String competency = code == null
                ? null
                : curriculum.resolve(recorder.district(), code).orElse(null);
        return AttemptRules.judge(
                raw,
                new AttemptRules.Context(student == null ? null : student.key(), zone, competency),
                new AttemptRules.Recording(
                        recorder.district(), EventIds.named(origin(recorder, raw)), recorder.at(), recorder.by()));
    }

    /** Whether what is recorded may be changed by somebody: by whoever could record it anew today. */
    public boolean mayChange(Attempt recorded, Recorder by) {
        KnownStudent student =
                students.byKey(by.district(), List.of(recorded.student())).get(recorded.student());
        if (student == null) return by.mayRecord().test(recorded.student(), List.of(), List.of());
        return mayRecord(student, curriculum.zone(by.district(), student.schools()), by);
    }

    private static boolean mayRecord(KnownStudent student, ZoneId zone, Recorder recorder) {
        List<String> classes = student.classesOn(LocalDate.ofInstant(recorder.at(), zone));
        return recorder.mayRecord().test(student.key(), classes, student.schools());
    }

    /** A code that nobody knows may just have been imported. */
    private void awaitCurriculum(List<RawAttempt> raws, String district) {
        for (RawAttempt raw : raws) {
            String code = raw.competency();
            if (code == null || curriculum.resolve(district, code).isPresent()) continue;
            curriculum.awaitLatest();
            return;
        }
    }

    /** The students that the raw attempts name; somebody unknown is looked for again once the roster is read. */
    private Known look(List<RawAttempt> raws, String district) {
        Set<String> keys = new HashSet<>();
        Set<String> sourcedIds = new HashSet<>();
        for (RawAttempt raw : raws) {
            if (raw.student() != null) keys.add(raw.student());
            else if (raw.studentSourcedId() != null) sourcedIds.add(raw.studentSourcedId());
        }
        Known known = look(district, keys, sourcedIds);
        if (known.size() < keys.size() + sourcedIds.size() && students.awaitRoster())
            return look(district, keys, sourcedIds);
        return known;
    }

    private Known look(String district, Set<String> keys, Set<String> sourcedIds) {
        return new Known(
                keys.isEmpty() ? Map.of() : students.byKey(district, keys),
                sourcedIds.isEmpty() ? Map.of() : students.bySourcedId(district, sourcedIds));
    }

    private record Known(Map<String, KnownStudent> byKey, Map<String, KnownStudent> bySourcedId) {
        @Nullable
        KnownStudent student(RawAttempt raw) {
            if (raw.student() != null) return byKey.get(raw.student());
            return raw.studentSourcedId() == null ? null : bySourcedId.get(raw.studentSourcedId());
        }

        int size() {
            return byKey.size() + bySourcedId.size();
        }
    }
}
