package io.pacelight.assessment.application;

import io.pacelight.kit.security.AccessScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of attempts on its way in.
 *
 * @param scope what its sender may see, as of sending: rows outside are refused
 * @param rowsDone data rows that are accounted for: accepted + duplicates + refused
 * @param problems the first {@link #KEPT_PROBLEMS} refused rows and warnings
 */
public record Batch(
        String district,
        String id,
        State state,
        Format format,
        @Nullable String by,
        AccessScope scope,
        Instant recordedAt,
        long bytes,
        long rowsDone,
        long accepted,
        long duplicates,
        long refused,
        List<RowProblem> problems,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    public static final int KEPT_PROBLEMS = 1_000;

    /** Where a batch is. */
    public enum State {
        UPLOADING,
        RUNNING,
        DONE,
        /** The file could not be read on; what came before is recorded. */
        BROKEN_OFF
    }

    /** How the file is written. */
    public enum Format {
        CSV,
        NDJSON
    }

    /**
     * One thing that is wrong with one row; row 0 is the file itself. What it quotes of the row is cut short, so that a
     * batch's problems fit into one document whatever stands in its cells.
     */
    public record RowProblem(long row, @Nullable String column, String code, String message) {
        private static final int LONGEST_COLUMN = 200;
        private static final int LONGEST_MESSAGE = 1_000;

        public RowProblem {
            column = column == null ? null : shortened(column, LONGEST_COLUMN);
            message = shortened(message, LONGEST_MESSAGE);
        }

        private static String shortened(String text, int longest) {
            if (text.length() <= longest) return text;
            boolean splitsPair = Character.isHighSurrogate(text.charAt(longest - 2));
            return text.substring(0, longest - (splitsPair ? 2 : 1)) + "…";
        }
    }

    public Batch {
        problems = List.copyOf(problems);
    }

    /** With what a further stretch of rows came to. */
    public Batch with(long rows, long accepted, long duplicates, long refused, List<RowProblem> more) {
        List<RowProblem> kept = new ArrayList<>(problems);
        for (RowProblem problem : more) if (kept.size() < KEPT_PROBLEMS) kept.add(problem);
        return new Batch(
                district,
                id,
                state,
                format,
                by,
                scope,
                recordedAt,
                bytes,
                rowsDone + rows,
                this.accepted + accepted,
                this.duplicates + duplicates,
                this.refused + refused,
                kept,
                startedAt,
                finishedAt);
    }

    public Batch ended(State how, Instant at) {
        return new Batch(
                district,
                id,
                how,
                format,
                by,
                scope,
                recordedAt,
                bytes,
                rowsDone,
                accepted,
                duplicates,
                refused,
                problems,
                startedAt,
                at);
    }

    public Batch uploaded(long bytes) {
        return new Batch(
                district,
                id,
                State.RUNNING,
                format,
                by,
                scope,
                recordedAt,
                bytes,
                rowsDone,
                accepted,
                duplicates,
                refused,
                problems,
                startedAt,
                finishedAt);
    }
}
