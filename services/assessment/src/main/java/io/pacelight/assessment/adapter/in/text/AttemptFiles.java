package io.pacelight.assessment.adapter.in.text;

import io.pacelight.assessment.application.AttemptRows;
import io.pacelight.assessment.application.Batch;
import java.io.IOException;
import java.io.InputStream;

/** Opens a file of attempts in its format. */
public final class AttemptFiles implements AttemptRows.Reader {
    @Override
    public AttemptRows open(Batch.Format format, InputStream body) throws IOException, AttemptRows.BrokenFile {
        return switch (format) {
            case CSV -> new CsvAttempts(body);
            case NDJSON -> new NdjsonAttempts(body);
        };
    }
}
