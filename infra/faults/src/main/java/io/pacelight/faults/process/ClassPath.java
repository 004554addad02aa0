package io.pacelight.faults.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The class path of this JVM as its children get it: jars only, since a JVM remembers no classes of folders. */
final class ClassPath {
    private ClassPath() {}

    static String ofChildren() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) entries.add(entry);
            else if (path.endsWith("target/classes")) entries.add(jarOf(path));
        }
        return String.join(File.pathSeparator, entries);
    }

    /** When the last of its jars was written, in milliseconds. */
    static long lastChange() {
        long last = 0;
        for (String entry : ofChildren().split(File.pathSeparator, -1))
            last = Math.max(last, new File(entry).lastModified());
        return last;
    }

    /** The module's jar where it has been packed, or else its classes as they are. */
    private static String jarOf(Path classes) {
        try (Stream<Path> packed = Files.list(classes.getParent())) {
            return packed.filter(file -> file.getFileName().toString().matches(".*-SNAPSHOT\\.jar"))
                    .findFirst()
                    .orElse(classes)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
