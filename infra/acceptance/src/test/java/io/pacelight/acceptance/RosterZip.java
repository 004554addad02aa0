package io.pacelight.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.pacelight.testing.RealInput;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipFile;

/** The sample district's package, read independently of the importer. */
final class RosterZip {
    private RosterZip() {}

    static List<NamedCsvRecord> rows(String file) {
        try (ZipFile zip =
                        new ZipFile(RealInput.file("grand-bend/oneroster.zip").toFile());
                var csv = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(
                                zip.getInputStream(zip.getEntry(file)), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
