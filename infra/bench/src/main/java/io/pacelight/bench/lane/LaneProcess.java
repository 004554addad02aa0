package io.pacelight.bench.lane;

import io.pacelight.bench.Fork;
import io.pacelight.bench.Json;
import java.nio.file.Path;
import java.time.Instant;

/** Runs one lane in this JVM and answers what it measured. Arguments: lane, tape, an empty folder, school
 * time; for growth also students, attempts a pair has before, batches. */
public final class LaneProcess {
    private LaneProcess() {}

    public static void main(String[] arguments) {
        Tape tape =
                arguments[0].equals("growth") ? new Tape(Path.of(arguments[1]), 0, 0) : Tape.of(Path.of(arguments[1]));
        Instant now = Instant.parse(arguments[3]);
        Measured measured;
        try (Ground ground = Ground.prepare(Path.of(arguments[2]))) {
            measured = switch (arguments[0]) {
                case "consume" -> ConsumeLane.consume(ground, tape);
                case "decode" -> ConsumeLane.decode(ground, tape);
                case "raw-writes" -> RawWriteLane.run(ground, tape, now);
                case "streams" -> StreamsLane.run(ground, tape);
                case "progression" -> ServiceLane.PROGRESSION.run(ground, tape, now);
                case "intervention" -> ServiceLane.INTERVENTION.run(ground, tape, now);
                case "reporting" -> ServiceLane.REPORTING.run(ground, tape, now);
                case "growth" ->
                    new GrowthLane(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]))
                            .run(ground, Integer.parseInt(arguments[6]), now);
                default -> throw new IllegalArgumentException("no lane '" + arguments[0] + "'");
            };
            System.out.println(Fork.ANSWER + Json.line(measured));
            System.out.flush();
        }
        System.exit(0);
    }
}
