package io.pacelight.assessment.adapter.in.text;

import io.pacelight.assessment.application.AttemptRows;
import io.pacelight.assessment.application.Batch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Attempts as one JSON object a line, in the form of the single request; empty lines are passed over. */
final class NdjsonAttempts implements AttemptRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_LINE = 64 * 1024;

    private final BufferedReader lines;
    private long row;

    NdjsonAttempts(InputStream body) {
        lines = new BufferedReader(new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public @Nullable Row next() throws IOException, BrokenFile {
        String line = line();
        while (line != null && line.isBlank()) line = line();
        if (line == null) return null;
        row++;
        if (line.length() > LONGEST_LINE)
            return new Row.Unreadable(
                    new Batch.RowProblem(row, null, "too-long", "A line has at most " + LONGEST_LINE + " characters"));
        try {
            AttemptJson read = JSON.readValue(line, AttemptJson.class);
            return read == null
                    ? new Row.Unreadable(new Batch.RowProblem(row, null, "not-json", "The line is null, not an object"))
                    : new Row.Read(read.raw(row));
        } catch (JacksonException e) {
            return new Row.Unreadable(new Batch.RowProblem(
                    row, null, "not-json", "The line is not one JSON object as expected: " + e.getOriginalMessage()));
        }
    }

    /** The next line; of one that is too long only as much as shows that it is. */
    private @Nullable String line() throws IOException, BrokenFile {
        try {
            StringBuilder line = new StringBuilder();
            int next = lines.read();
            if (next < 0) return null;
            while (next >= 0 && next != '\n') {
                if (line.length() <= LONGEST_LINE) line.append((char) next);
                next = lines.read();
            }
            return line.toString();
        } catch (CharacterCodingException e) {
            throw new BrokenFile(new Batch.RowProblem(
                    row + 1,
                    null,
                    "not-utf-8",
                    "The file is not valid UTF-8 from about this line on; save it as UTF-8"));
        }
    }

    @Override
    public List<Batch.RowProblem> warnings() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
