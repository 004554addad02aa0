package io.pacelight.reporting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttemptLedgerTest {
    private static final AttemptLedger LEDGER =
            AttemptLedger.EMPTY.with(Map.of("a1", "sitting", "a2", "sitting", "a3", "a3"), List.of());

    @Test
    void rows_of_one_sitting_are_several_attempts_and_one_piece() {
        assertThat(LEDGER.countAttempts()).isEqualTo(3);
        assertThat(LEDGER.countPieces()).isEqualTo(2);
    }

    @Test
    void a_piece_is_gone_with_its_last_attempt() {
        assertThat(LEDGER.with(Map.of(), List.of("a1")).countPieces()).isEqualTo(2);
        assertThat(LEDGER.with(Map.of(), List.of("a1", "a2")).countPieces()).isEqualTo(1);
        assertThat(LEDGER.with(Map.of(), List.of("a1", "a2")).countAttempts()).isEqualTo(1);
    }

    @Test
    void what_is_known_changes_nothing() {
        AttemptLedger voided = LEDGER.with(Map.of(), List.of("a1"));

        assertThat(LEDGER.with(Map.of("a3", "a3"), List.of())).isSameAs(LEDGER);
        assertThat(voided.with(Map.of(), List.of("a1"))).isSameAs(voided);
    }

    @Test
    void it_is_what_was_stored_of_it() {
        AttemptLedger voided = LEDGER.with(Map.of("a4", "a4"), List.of("a9"));

        assertThat(AttemptLedger.of(voided.attempts(), voided.pieces(), voided.voided()))
                .isEqualTo(voided)
                .hasSameHashCodeAs(voided)
                .hasToString("4 attempts, 1 voided");
        assertThatIllegalArgumentException().isThrownBy(() -> AttemptLedger.of(new long[1], new long[0], new long[0]));
    }
}
