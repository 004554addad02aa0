package io.pacelight.local.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom the sign-in page offers; kept in the data folder as lines of four fields between tabs. */
public final class People {
    private static final int FIELDS = 4;

    private final Path file;

    public People(Path data) {
        this.file = data.resolve("people.tsv");
    }

    /** Whoever the demo brought along, the first to look at first; then the data desk. */
    public List<Person> all() {
        return Stream.concat(read().stream(), Stream.of(Person.DATA_DESK)).toList();
    }

    public Optional<Person> find(String username) {
        return all().stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }

    /** Offers these people beside the data desk from now on. */
    public void offer(List<Person> people) {
        List<String> lines = people.stream()
                .map(p -> String.join("\t", p.username(), p.name(), p.role(), p.look()))
                .toList();
        try {
            Path next = file.resolveSibling("people.next");
            Files.write(next, lines);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Person> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields.length == FIELDS)
                    .map(fields -> new Person(fields[0], fields[1], fields[2], fields[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
