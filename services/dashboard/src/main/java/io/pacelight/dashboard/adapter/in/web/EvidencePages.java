package io.pacelight.dashboard.adapter.in.web;

import io.pacelight.dashboard.application.ReadPages;
import io.pacelight.dashboard.application.Refusal;
import io.pacelight.dashboard.domain.ClassGrid;
import io.pacelight.dashboard.domain.Judgement;
import io.pacelight.dashboard.domain.State;
import io.pacelight.dashboard.domain.StudentRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the drawer out of what reporting and progression answered. */
@Component
class EvidencePages {

    private final Words words;

    EvidencePages(Words words) {
        this.words = words;
    }

    /** A student or competency that is not in the class is a refusal, as if it were not there. */
    EvidencePage page(String classId, String studentId, String code, ReadPages.Evidence read) {
        ClassGrid grid = read.grid().required();
        ClassGrid.Row row = grid.student(studentId).orElseThrow(() -> notInClass("student"));
        ClassGrid.Competency competency = grid.competency(code).orElseThrow(() -> notInClass("competency"));
        ClassGrid.Cell cell = row.cell(code).orElse(null);
        Judgement judgement = read.judgement().orNull();
        StudentRecord student = read.student().orNull();
        StudentRecord.Competency known =
                student == null ? null : student.competency(code).orElse(null);
        State state = cell != null ? cell.state() : judgement != null ? judgement.state() : State.NONE;
        Judgement.Why why = judgement == null ? null : judgement.why();
        return new EvidencePage(
                classId,
                studentId,
                row.spokenName(),
                Links.student(studentId),
                code,
                competency.name(),
                competency.iCan() == null ? competency.statement() : competency.iCan(),
                state,
                words.state(state),
                cell == null || state == State.NONE
                        ? null
                        : cell.shown() != null ? cell.shown() : words.level(cell.level()),
                why == null ? null : why.sentence(),
                state.mastered() || why == null ? null : why.missing(),
                cell == null || state.mastered() ? null : cell.progress(),
                judgement == null || judgement.policy() == null
                        ? null
                        : judgement.policy().name(),
                target(cell, grid),
                judgement != null,
                student != null,
                cell == null ? 0 : cell.attempts(),
                known == null ? List.of() : items(known, judgement, grid),
                grid.levels().stream().filter(l -> l.state() != State.NONE).toList(),
                UUID.randomUUID().toString());
    }

    private static Refusal notInClass(String what) {
        return new Refusal(Refusal.Reason.NOT_FOUND, "reporting", "This class has no such " + what + ".");
    }

    private @Nullable String target(ClassGrid.@Nullable Cell cell, ClassGrid grid) {
        if (cell == null || cell.state().mastered()) {
            return null;
        }
        String when = cell.targetAt() == null ? null : words.shortDay(cell.targetAt(), grid.zone());
        return switch (cell.pace()) {
            case MISSED -> when == null ? words.pace(cell.pace()) : words.say("target.missed", when);
            case WATCH -> when == null ? words.pace(cell.pace()) : words.say("target.watch", when);
            case ON_PACE -> when == null ? null : words.say("target.onPace", when);
            case NONE -> null;
        };
    }

    private List<EvidencePage.Item> items(
            StudentRecord.Competency known, @Nullable Judgement judgement, ClassGrid grid) {
        List<EvidencePage.Item> items = new ArrayList<>();
        for (StudentRecord.Evidence evidence : known.evidence()) {
            State state = grid.stateOf(evidence);
            Optional<String> notCounted =
                    judgement == null ? Optional.empty() : judgement.reasonNotCounted(evidence.attemptId());
            items.add(new EvidencePage.Item(
                    words.shortDay(evidence.when(), grid.zone()),
                    state,
                    evidence.level() == null
                            ? words.state(state)
                            : words.state(state) + ", " + words.level(evidence.level()),
                    title(evidence),
                    notes(evidence, notCounted),
                    notCounted.isEmpty()));
        }
        return items;
    }

    private String title(StudentRecord.Evidence evidence) {
        String kind = evidence.kind() == null
                ? words.say("kind.unknown")
                : words.say("kind." + evidence.kind().name());
        String what = evidence.context() != null ? evidence.context() : evidence.format();
        String title = what == null ? kind : words.say("attempt.kindIn", kind, what);
        return evidence.formId() == null ? title : words.say("attempt.onForm", title, evidence.formId());
    }

    private List<String> notes(StudentRecord.Evidence evidence, Optional<String> notCounted) {
        List<String> notes = new ArrayList<>();
        if (evidence.score() != null && evidence.maxScore() != null) {
            notes.add(words.say("attempt.score", trim(evidence.score()), trim(evidence.maxScore())));
        }
        if (evidence.assisted()) {
            notes.add(words.say("attempt.assisted"));
        }
        notCounted.ifPresent(reason -> notes.add(
                reason.isBlank() ? words.say("attempt.notCounted") : words.say("attempt.notCountedBecause", reason)));
        StudentRecord.Feedback feedback = evidence.feedback();
        if (feedback != null && feedback.nextStep() != null) {
            notes.add(words.say("attempt.nextStep", feedback.nextStep()));
        } else if (feedback != null && feedback.gap() != null) {
            notes.add(feedback.gap());
        }
        return notes;
    }

    private static String trim(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
