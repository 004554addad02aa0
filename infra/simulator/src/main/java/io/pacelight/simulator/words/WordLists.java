package io.pacelight.simulator.words;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads the simulator's own lists of words: one record a line, {@code #} starts a comment. */
public final class WordLists {
    private WordLists() {}

    /** The records of a list that lies beside the simulator's root package. */
    public static List<List<String>> read(String name, char separator) {
        try (InputStream in = WordLists.class.getResourceAsStream("/io/pacelight/simulator/" + name);
                CsvReader<CsvRecord> reader = CsvReader.builder()
                        .fieldSeparator(separator)
                        .quoteCharacter('`')
                        .commentStrategy(CommentStrategy.SKIP)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(Objects.requireNonNull(in, name))) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
