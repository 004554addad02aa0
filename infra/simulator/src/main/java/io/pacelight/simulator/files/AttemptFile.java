package io.pacelight.simulator.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.pacelight.simulator.learning.Attempt;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Attempts in the columns that the attempt import takes. */
public final class AttemptFile {
    private static final String HEADER =
            "attemptId,studentSourcedId,competencyCode,kind,score,maxScore,level,assessedAt,"
                    + "formId,format,context,assisted,recordedBy";

    private AttemptFile() {}

    /** Writes the attempts as they come; answers how many. */
    public static long write(Iterator<Attempt> attempts, OutputStream out) throws IOException {
        long count = 0;
        try (CsvWriter csv = Csv.to(out, HEADER)) {
            while (attempts.hasNext()) {
                Attempt attempt = attempts.next();
                csv.writeRecord(
                        attempt.attemptId(),
                        attempt.studentSourcedId(),
                        attempt.competencyCode(),
                        attempt.kind().name(),
                        text(attempt.score()),
                        text(attempt.maxScore()),
                        text(attempt.level()),
                        attempt.assessedAt().toString(),
                        attempt.formId(),
                        attempt.format(),
                        attempt.context(),
                        Boolean.toString(attempt.assisted()),
                        attempt.recordedBy());
                count++;
            }
        }
        return count;
    }

    private static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
