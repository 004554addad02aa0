package io.pacelight.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param lanes by name, in the order in which a round runs them
 * @param students sizes of district that growth is measured at
 * @param rounds how often each lane runs; the median counts
 * @param district students of the district behind the lanes and the pipeline
 * @param warm attempts that make a lane's JVM warm
 * @param measured attempts that are measured
 * @param rates attempts per second at which latency is measured
 * @param seconds that each rate lasts
 * @param out where the report goes
 */
public record Options(
        List<String> lanes,
        List<Integer> students,
        int rounds,
        int district,
        int warm,
        int measured,
        List<Integer> rates,
        int seconds,
        Path out) {
    /** Every lane there is. */
    public static final List<String> ALL = List.of(
            "consume",
            "decode",
            "raw-writes",
            "streams",
            "progression",
            "intervention",
            "reporting",
            "pipeline",
            "latency",
            "growth",
            "jmh");

    private static final int SMALLEST = 1_000;

    public Options {
        lanes = List.copyOf(lanes);
        students = List.copyOf(students);
        rates = List.copyOf(rates);
    }

    /** A JVM compiles for some twenty seconds of processor time, however long a lane is; so many attempts keep that below half. */
    static Options full(Path out) {
        return new Options(
                ALL, List.of(1_000, 10_000, 100_000), 2, 3_000, 60_000, 120_000, List.of(100, 1_000, 3_000), 15, out);
    }

    static Options quick(Path out) {
        return new Options(ALL, List.of(1_000, 10_000), 1, 1_000, 5_000, 15_000, List.of(100, 1_000), 10, out);
    }

    static Options parse(List<String> arguments) {
        Options options = arguments.contains("--quick") ? quick(out(arguments)) : full(out(arguments));
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--quick" -> {}
                case "--out" -> words.next();
                case "--lanes" -> options = options.withLanes(names(value(word, words)));
                case "--students" -> options = options.withStudents(sizes(value(word, words)));
                case "--district" -> options = options.withDistrict(number(value(word, words)));
                case "--attempts" -> options = options.withMeasured(number(value(word, words)));
                case "--rounds" -> options = options.withRounds(number(value(word, words)));
                default ->
                    throw new IllegalArgumentException("unknown option '" + word + "'; see infra/bench/run --help");
            }
        }
        return options;
    }

    private static Path out(List<String> arguments) {
        int at = arguments.indexOf("--out");
        return at < 0 || at + 1 == arguments.size() ? Path.of("target", "bench") : Path.of(arguments.get(at + 1));
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return words.next();
    }

    private static List<String> names(String text) {
        List<String> names = Arrays.stream(text.split(",")).map(String::trim).toList();
        for (String name : names)
            if (!ALL.contains(name))
                throw new IllegalArgumentException("no lane '" + name + "'; there are " + String.join(", ", ALL));
        return names;
    }

    private static List<Integer> sizes(String text) {
        List<Integer> sizes =
                Arrays.stream(text.split(",")).map(Options::number).toList();
        for (int size : sizes)
            if (size < SMALLEST)
                throw new IllegalArgumentException(
                        "growth follows 1,000 students of each district, so --students takes 1000 or more, not "
                                + size);
        return sizes;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.trim().replace("_", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a whole number: '" + text + "'", e);
        }
    }

    private Options withLanes(List<String> chosen) {
        return new Options(chosen, students, rounds, district, warm, measured, rates, seconds, out);
    }

    private Options withStudents(List<Integer> sizes) {
        return new Options(lanes, sizes, rounds, district, warm, measured, rates, seconds, out);
    }

    private Options withDistrict(int size) {
        return new Options(lanes, students, rounds, size, warm, measured, rates, seconds, out);
    }

    private Options withMeasured(int attempts) {
        return new Options(lanes, students, rounds, district, Math.ceilDiv(attempts, 2), attempts, rates, seconds, out);
    }

    private Options withRounds(int times) {
        return new Options(lanes, students, times, district, warm, measured, rates, seconds, out);
    }
}
