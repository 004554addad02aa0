package io.pacelight.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything of one district, held by one run at a time. */
final class DataFolder implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final String LOGS = "logs";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes the folder, made if missing; refuses one that another run holds or that is not a district's. */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart(
                        "%s is in use by another run. Stop that one, or choose another folder with --data."
                                .formatted(path));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new CannotStart("%s can't be used: %s".formatted(path, e.getMessage()), e);
        }
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Forgets everything but the lock and the logs. */
    void empty() {
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (!name.equals(LOCK) && !name.equals(LOGS)) {
                    delete(child);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is in " + path + " can't be deleted", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** A typing error in --data must never cost somebody a folder of their own. */
    private static void refuseForeign(Path path) throws IOException {
        if (Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> children = Files.list(path)) {
            List<String> others = children.map(child -> child.getFileName().toString())
                    .filter(name -> !name.equals(LOGS))
                    .sorted()
                    .toList();
            if (!others.isEmpty()) {
                throw new CannotStart("%s holds other things (%s); choose an empty folder for --data."
                        .formatted(path, others.getFirst()));
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
