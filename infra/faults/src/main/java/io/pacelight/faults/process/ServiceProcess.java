package io.pacelight.faults.process;

import io.pacelight.kit.time.SchoolClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A service as it is deployed, but for its school clock, which is the wall clock moved by the seconds that a file holds.
 * Arguments: application class, that file, and the service's own.
 */
public final class ServiceProcess {
    private ServiceProcess() {}

    public static void main(String[] arguments) throws ClassNotFoundException {
        Orphans.endWithParent();
        Path shift = Path.of(arguments[1]);
        SchoolClock clock = () -> Instant.now().plus(read(shift));
        SpringApplication application = new SpringApplication(Class.forName(arguments[0]));
        application.addInitializers(context -> {
            if (context instanceof GenericApplicationContext registry)
                registry.registerBean("shiftedClock", SchoolClock.class, () -> clock);
        });
        application.run(Arrays.copyOfRange(arguments, 2, arguments.length));
    }

    private static Duration read(Path shift) {
        try {
            return Duration.ofSeconds(Long.parseLong(Files.readString(shift).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
