package io.pacelight.roster.adapter.in.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.pacelight.roster.application.CsvText;
import io.pacelight.roster.application.CsvVisitor;
import io.pacelight.roster.domain.oneroster.Cells;
import io.pacelight.roster.domain.report.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** A CSV text read strictly by RFC 4180: UTF-8 with or without a byte order mark, LF or CRLF, quotes balanced. */
public final class StrictCsv implements CsvText {
    private static final int LONGEST_FIELD = 1_048_576;

    /** Opens the bytes anew for each reading. */
    @FunctionalInterface
    public interface Bytes {
        InputStream open() throws IOException;
    }

    private final String name;
    private final Bytes bytes;

    public StrictCsv(String name, Bytes bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean read(CsvVisitor visitor, Consumer<Problem> problems) {
        try (Utf8Reader reader = new Utf8Reader(bytes.open());
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_FIELD)
                        .ofCsvRecord(reader)) {
            return new Walk(reader, visitor, problems).over(csv);
        } catch (RefusedBytes refused) {
            problems.accept(Problem.ofFile(name, refused.code(), name + " " + refused.getMessage()));
            return false;
        } catch (IOException | UncheckedIOException broken) {
            if (broken.getCause() instanceof RefusedBytes refused) {
                problems.accept(Problem.ofFile(name, refused.code(), name + " " + refused.getMessage()));
            } else {
                problems.accept(Problem.ofFile(
                        name,
                        "damaged",
                        "%s could not be read to its end; the package seems damaged. Export and upload it again."
                                .formatted(name)));
            }
            return false;
        }
    }

    /** One walk over the records. */
    private final class Walk {
        private final Utf8Reader reader;
        private final CsvVisitor visitor;
        private final Consumer<Problem> problems;
        private int headerSize = -1;
        private int number;
        private boolean badTold;

        private Walk(Utf8Reader reader, CsvVisitor visitor, Consumer<Problem> problems) {
            this.reader = reader;
            this.visitor = visitor;
            this.problems = problems;
        }

        private boolean over(CsvReader<CsvRecord> csv) {
            try {
                for (CsvRecord csvRecord : csv) {
                    List<String> fields = csvRecord.getFields();
                    if (fields.getLast().indexOf(Utf8Reader.END) >= 0) {
                        return atEnd(fields);
                    }
                    if (!next(fields)) {
                        return false;
                    }
                }
            } catch (CsvParseException broken) {
                problems.accept(whyBroken(broken));
            }
            return false;
        }

        private boolean atEnd(List<String> fields) {
            if (fields.size() > 1 || fields.getLast().length() > 1) {
                problems.accept(
                        quote("is never closed. Put a \" at the end of that field, or take out the one at its start."));
                return false;
            }
            if (headerSize < 0) {
                problems.accept(Problem.ofFile(
                        name,
                        "empty-file",
                        "%s is empty: not even a header. Write at least the line with the names of the columns."
                                .formatted(name)));
                return false;
            }
            return true;
        }

        private boolean next(List<String> fields) {
            if (headerSize < 0) {
                return header(fields);
            }
            number++;
            if (!badTold && reader.badCount() > 0) {
                tellBad(fields);
            }
            if (fields.size() == headerSize) {
                visitor.row(number, fields);
            } else {
                problems.accept(Problem.ofRow(name, number, "field-count", fieldCount(fields.size())));
                visitor.misshapen(number, fields);
            }
            return true;
        }

        private boolean header(List<String> fields) {
            String first = fields.getFirst();
            if (first.startsWith("\uFFFF\uFFFF") || first.indexOf('\0') >= 0) {
                problems.accept(Problem.ofFile(
                        name,
                        "encoding",
                        "%s is not valid UTF-8; looks like UTF-16. Save it as \"CSV UTF-8\".".formatted(name)));
                return false;
            }
            if (fields.size() == 1 && (first.indexOf(';') >= 0 || first.indexOf('\t') >= 0)) {
                problems.accept(Problem.ofFile(
                        name,
                        "separator",
                        "%s separates its columns with %s; write commas."
                                .formatted(name, first.indexOf(';') >= 0 ? "semicolons" : "tabs")));
                return false;
            }
            headerSize = fields.size();
            visitor.header(fields);
            return true;
        }

        private String fieldCount(int size) {
            String mend = size > headerSize
                    ? "A comma inside a value must be in quotes."
                    : "Write every comma, also where a value is empty.";
            return "%s data row %d has %d fields, header has %d. %s".formatted(name, number, size, headerSize, mend);
        }

        private void tellBad(List<String> fields) {
            for (String field : fields) {
                if (field.indexOf(Utf8Reader.BAD) >= 0) {
                    badTold = true;
                    int bad = reader.firstBadByte();
                    String guess =
                            switch (bad >> 4) {
                                case 0x8, 0x9 -> "looks like Windows-1252";
                                default -> "looks like Latin-1";
                            };
                    problems.accept(Problem.ofRow(
                            name,
                            number,
                            "encoding",
                            "%s is not valid UTF-8 (byte 0x%02X, data row %d, '%s'); %s. Save it as \"CSV UTF-8\"."
                                    .formatted(name, bad, number, Cells.shown(field), guess)));
                    return;
                }
            }
        }

        private Problem whyBroken(CsvParseException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("The maximum buffer size")) {
                if (reader.sinceLineBreak() >= LONGEST_FIELD / 2) {
                    return Problem.ofRow(
                            name,
                            number + 1,
                            "too-long",
                            "%s data row %d holds a field of over %,d characters."
                                    .formatted(name, number + 1, LONGEST_FIELD / 2));
                }
                return quote("is never closed: it runs on for over %,d characters. Put a \" at the end of that field."
                        .formatted(LONGEST_FIELD / 2));
            }
            if (message.startsWith("Unexpected character after closing quote")) {
                return quote(
                        "goes on after its closing quote. Close it where the value ends, and write a quote inside a value twice.");
            }
            return Problem.ofRow(
                    name,
                    number + 1,
                    "not-csv",
                    "%s data row %d is not CSV that can be read.".formatted(name, number + 1));
        }

        private Problem quote(String rest) {
            if (headerSize < 0) {
                return Problem.ofFile(
                        name,
                        "unbalanced-quote",
                        "%s: a quoted field that starts in the header %s".formatted(name, rest));
            }
            return Problem.ofRow(
                    name,
                    number + 1,
                    "unbalanced-quote",
                    "%s: a quoted field that starts on data row %d %s".formatted(name, number + 1, rest));
        }
    }
}
