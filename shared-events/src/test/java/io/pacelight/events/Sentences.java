package io.pacelight.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the records and enums say of themselves: their own documentation, read from their sources. */
final class Sentences {
    private static final Pattern FIRST_COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:record|enum|final class)", Pattern.DOTALL);

    private Sentences() {}

    static String of(Class<?> type) {
        Path source = ContractFile.repository()
                .resolve("shared-events/src/main/java/io/pacelight/events")
                .resolve(type.getSimpleName() + ".java");
        try {
            Matcher comment = FIRST_COMMENT.matcher(Files.readString(source));
            if (!comment.find()) throw new IllegalStateException(type.getSimpleName() + " says nothing of itself");
            return comment.group(1)
                    .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
                    .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + type.getSimpleName(), e);
        }
    }
}
