package io.pacelight.assessment.adapter.in.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.pacelight.assessment.application.AttemptRows;
import io.pacelight.assessment.application.Batch;
import io.pacelight.assessment.domain.RawAttempt;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attempts as CSV with a header; columns in any order, empty cells are absent. Data rows count from 1. */
final class CsvAttempts implements AttemptRows {
    private static final Set<String> COLUMNS = Set.of(
            "attemptId",
            "student",
            "studentSourcedId",
            "competencyCode",
            "kind",
            "level",
            "score",
            "maxScore",
            "assessedAt",
            "formId",
            "format",
            "context",
            "assisted",
            "ordinal",
            "recordedBy");

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Batch.RowProblem> warnings = new ArrayList<>();
    private final int width;
    private long row;

    CsvAttempts(InputStream body) throws IOException, BrokenFile {
        InputStreamReader utf8 = new InputStreamReader(
                body,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        reader = CsvReader.builder()
                .detectBomHeader(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(utf8);
        records = reader.iterator();
        List<String> header = fields();
        if (header == null) throw new BrokenFile(new Batch.RowProblem(0, null, "empty", "The file has no header line"));
        width = header.size();
        header(header);
    }

    private void header(List<String> header) throws BrokenFile {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).replace("\uFEFF", "").trim();
            if (columns.putIfAbsent(name, i) != null)
                throw new BrokenFile(new Batch.RowProblem(
                        0, name, "column-twice", "Column '" + name + "' stands twice in the header"));
            if (!COLUMNS.contains(name))
                warnings.add(new Batch.RowProblem(
                        0, name, "unknown-column", "Column '" + name + "' is not one of ours and is left out"));
        }
        require("competencyCode");
        require("kind");
        if (!columns.containsKey("student") && !columns.containsKey("studentSourcedId")) require("studentSourcedId");
        if (!columns.containsKey("level") && !columns.containsKey("score")) require("score");
    }

    private void require(String column) throws BrokenFile {
        if (!columns.containsKey(column))
            throw new BrokenFile(new Batch.RowProblem(
                    0, column, "missing-column", "Required column '" + column + "' is missing in the header"));
    }

    @Override
    public @Nullable Row next() throws IOException, BrokenFile {
        List<String> fields = fields();
        if (fields == null) return null;
        row++;
        if (fields.size() != width)
            return new Row.Unreadable(new Batch.RowProblem(
                    row,
                    null,
                    "field-count",
                    "The row has " + fields.size() + " fields, the header has " + width
                            + "; a text with a comma needs quotes"));
        return new Row.Read(new RawAttempt(
                row,
                cell(fields, "attemptId"),
                cell(fields, "student"),
                cell(fields, "studentSourcedId"),
                cell(fields, "competencyCode"),
                cell(fields, "kind"),
                cell(fields, "level"),
                cell(fields, "score"),
                cell(fields, "maxScore"),
                cell(fields, "assessedAt"),
                cell(fields, "formId"),
                cell(fields, "format"),
                cell(fields, "context"),
                cell(fields, "assisted"),
                cell(fields, "ordinal"),
                cell(fields, "recordedBy"),
                null,
                null));
    }

    private @Nullable String cell(List<String> fields, String column) {
        Integer index = columns.get(column);
        if (index == null) return null;
        String text = fields.get(index).strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable List<String> fields() throws IOException, BrokenFile {
        try {
            return records.hasNext() ? records.next().getFields() : null;
        } catch (CsvParseException e) {
            throw new BrokenFile(new Batch.RowProblem(
                    row + 1,
                    null,
                    "unreadable",
                    "The file can't be read from here on: look for a quote that is never closed"));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) throw e.getCause();
            throw new BrokenFile(new Batch.RowProblem(
                    row + 1,
                    null,
                    "not-utf-8",
                    "The file is not valid UTF-8 from about this row on; save it as UTF-8"));
        }
    }

    @Override
    public List<Batch.RowProblem> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
