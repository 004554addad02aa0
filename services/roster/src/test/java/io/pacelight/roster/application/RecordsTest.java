package io.pacelight.roster.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.events.AttendanceStatus;
import io.pacelight.events.Envelope;
import io.pacelight.kit.state.InMemoryStates;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.AttendanceMachine;
import io.pacelight.roster.application.fold.AttendanceMonth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Instant AT = Instant.parse("2026-09-01T12:00:00Z");

    private final List<Envelope<?>> told = new ArrayList<>();
    private final InMemoryStates<AttendanceMonth> states = new InMemoryStates<>();
    private final Records<AttendanceMonth, At<AttendanceRecorded>> records = new Records<>(
            states,
            new StateFolder<>("/pacelight/roster", states, new AttendanceMachine(), told::addAll),
            new AttendanceMachine(),
            (prefix, after, limit) -> List.of());

    private static Input<At<AttendanceRecorded>> row(String cause, int day, AttendanceStatus status) {
        AttendanceRecorded fact = new AttendanceRecorded("d", "stu_1", LocalDate.of(2026, 9, day), null, status, null);
        return new Input<>("d|stu_1|2026-09", cause, null, new At<>(fact, AT));
    }

    @Test
    void a_trial_writes_and_tells_nothing() {
        assertThat(records.trial(List.of(row("r#1", 1, AttendanceStatus.ABSENT))))
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.isNew()).isTrue();
                    assertThat(outcome.after().rows()).hasSize(1);
                });
        assertThat(records.find("d|stu_1|2026-09")).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void rows_of_one_document_are_told_one_by_one_under_ids_of_their_own() {
        int changed =
                records.change(List.of(row("r#1", 1, AttendanceStatus.ABSENT), row("r#2", 2, AttendanceStatus.ABSENT)));

        assertThat(changed).isEqualTo(1);
        assertThat(told).hasSize(2);
        assertThat(told.stream().map(Envelope::id).distinct()).hasSize(2);
        assertThat(told.stream().map(Envelope::sequence)).containsExactly(1L, 2L);
    }

    @Test
    void what_is_said_again_changes_nothing_and_a_correction_is_told() {
        records.change(List.of(row("r#1", 1, AttendanceStatus.ABSENT)));
        told.clear();

        assertThat(records.change(List.of(row("s#1", 1, AttendanceStatus.ABSENT))))
                .isZero();
        assertThat(told).isEmpty();
        assertThat(records.change(List.of(row("t#1", 1, AttendanceStatus.PRESENT))))
                .isEqualTo(1);
        assertThat(told.stream().map(Envelope::data))
                .last()
                .isEqualTo(new AttendanceRecorded(
                        "d", "stu_1", LocalDate.of(2026, 9, 1), null, AttendanceStatus.PRESENT, null));
    }
}
