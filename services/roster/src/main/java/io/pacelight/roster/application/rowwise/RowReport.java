package io.pacelight.roster.application.rowwise;

import io.pacelight.roster.domain.report.Problem;
import java.util.List;

/**
 * What became of a file whose rows stand alone.
 *
 * @param received data rows read
 * @param accepted rows taken in, those that said nothing new included
 * @param refused rows left out
 * @param leftAside rows that were not asked for
 * @param changed things that are different now, each of which was told once
 * @param complete whether the file could be read to its end
 */
public record RowReport(
        String file,
        int received,
        int accepted,
        int refused,
        int leftAside,
        int changed,
        boolean complete,
        int errors,
        int warnings,
        List<Problem> problems) {
    public RowReport {
        problems = List.copyOf(problems);
    }

    /** Whether nothing at all was taken in although something is wrong. */
    public boolean isRefused() {
        return accepted == 0 && errors > 0;
    }
}
