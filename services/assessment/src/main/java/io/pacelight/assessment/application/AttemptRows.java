package io.pacelight.assessment.application;

import io.pacelight.assessment.domain.RawAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one file, in order, read as they are asked for. */
public interface AttemptRows extends AutoCloseable {
    /** One data row: an attempt as it stands there, or what makes it unreadable. */
    sealed interface Row {
        record Read(RawAttempt attempt) implements Row {}

        record Unreadable(Batch.RowProblem problem) implements Row {}
    }

    /** The file cannot be read on from here. */
    final class BrokenFile extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Batch.RowProblem problem;

        public BrokenFile(Batch.RowProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        public Batch.RowProblem problem() {
            return problem;
        }
    }

    /** Opens a file of one format. */
    interface Reader {
        AttemptRows open(Batch.Format format, InputStream body) throws IOException, BrokenFile;
    }

    /** The next row, or none at the end. */
    @Nullable
    Row next() throws IOException, BrokenFile;

    /** What is odd about the file as a whole, such as columns nobody reads. */
    List<Batch.RowProblem> warnings();

    @Override
    void close() throws IOException;
}
