package io.pacelight.bench;

import io.pacelight.bench.report.Picture;
import io.pacelight.bench.report.Report;
import io.pacelight.bench.report.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code infra/bench/run}: measures what was asked for and writes the report. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT); // numbers are written with points
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        Report report = run(options);
        System.out.println();
        System.out.println(Text.of(report));
        System.out.println("Report: " + options.out().toAbsolutePath());
        System.exit(0);
    }

    /** Runs it all and writes {@code report.json}, {@code report.md} and {@code lanes.svg}. */
    public static Report run(Options options) throws IOException {
        Files.createDirectories(options.out());
        Report report = new Bench(options).run();
        Path out = options.out();
        Files.writeString(out.resolve("report.json"), Json.pretty(report));
        Files.writeString(out.resolve("report.md"), Text.of(report));
        Picture.write(report, out);
        return report;
    }
}
