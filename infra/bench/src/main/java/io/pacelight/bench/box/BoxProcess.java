package io.pacelight.bench.box;

import io.pacelight.bench.Fork;
import io.pacelight.bench.Json;
import io.pacelight.local.LocalDistrict;
import io.pacelight.local.Options;
import io.pacelight.local.Steps;
import io.pacelight.local.signin.Person;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A whole empty district in this process, as {@code infra/local/up} starts it: answers where it is, then runs until its input
 * ends. Each line of its input is a school time to move on to. Arguments: data folder, port, school time to begin at.
 */
public final class BoxProcess {
    private BoxProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        Options options = new Options(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                null,
                1,
                false,
                false,
                Instant.parse(arguments[2]));
        Steps steps = new Steps(System.err);
        try (LocalDistrict district = LocalDistrict.start(options, steps)) {
            long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
            answers.println(Fork.ANSWER
                    + Json.line(new Where(
                            district.address().toString(),
                            district.service("reporting").toString(),
                            district.token(Person.DATA_DESK.username()),
                            district.backbone().broker().bootstrapServers(),
                            district.backbone().store().connectionString(),
                            System.currentTimeMillis() - begun)));
            answers.flush();
            BufferedReader times = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String time = times.readLine(); time != null; time = times.readLine())
                district.clock().advanceTo(Instant.parse(time));
        }
        System.exit(0);
    }

    /** Where a running box is, and how long it took from the start of its JVM until its pages answered. */
    public record Where(
            String address, String reporting, String token, String broker, String store, long startMillis) {}
}
