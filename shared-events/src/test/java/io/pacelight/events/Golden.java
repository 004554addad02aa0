package io.pacelight.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One event as it was once written: for as long as its type lives, it must stay readable. */
record Golden(EventCatalogue.Entry entry, Path file) {
    static final String ROOT = "shared-events/src/test/resources/golden";

    static Stream<Golden> all() {
        return EventCatalogue.entries().stream().flatMap(Golden::of);
    }

    static Stream<Golden> of(EventCatalogue.Entry entry) {
        Path folder = ContractFile.repository().resolve(ROOT).resolve(entry.type());
        if (!Files.isDirectory(folder)) throw new AssertionError("golden files of " + entry.type() + " are missing");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted =
                    files.sorted(Comparator.comparing(Path::toString)).toList();
            return sorted.stream().map(file -> new Golden(entry, file));
        } catch (IOException e) {
            throw new UncheckedIOException("golden files of " + entry.type(), e);
        }
    }

    /** The file in which every field of the record stands. */
    static Golden full(EventCatalogue.Entry entry) {
        return of(entry)
                .filter(golden -> golden.file().getFileName().toString().equals("2-full.json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("2-full.json of " + entry.type() + " is missing"));
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    JsonNode tree() {
        return Tree.read(bytes());
    }

    Event event() throws UnreadableEvent {
        return EventJson.read(bytes(), entry.record());
    }

    @Override
    public String toString() {
        return entry.type() + "/" + file.getFileName();
    }
}
