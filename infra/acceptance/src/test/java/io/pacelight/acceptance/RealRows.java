package io.pacelight.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.testing.RealInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Rows of the real input's CSV files, packed ones included. */
final class RealRows {
    private RealRows() {}

    static List<NamedCsvRecord> of(String name) {
        try (var in = Files.newInputStream(RealInput.file(name));
                var plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
