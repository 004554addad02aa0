package io.pacelight.acceptance;

import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Where the real input lies: {@code PACELIGHT_DATA}, or {@code shared/data} beside the repository. Without it a test
 * is left out and says so; with {@code CI=true} it fails.
 */
final class RealInput {
    private RealInput() {}

    static Path file(String name) {
        Path file = folder().resolve(name);
        if (Files.exists(file)) return file;
        String message = "real input " + name + " is not there; set PACELIGHT_DATA to the folder that holds it";
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(message);
        return abort(message);
    }

    private static Path folder() {
        String given = System.getenv("PACELIGHT_DATA");
        if (given != null) return Path.of(given);
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve(".git"))) folder = folder.getParent();
        return folder.resolveSibling("shared").resolve("data");
    }

    static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<NamedCsvRecord> rows(String name) {
        try (var in = Files.newInputStream(file(name));
                var plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
                var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
