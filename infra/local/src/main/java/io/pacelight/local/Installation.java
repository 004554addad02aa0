package io.pacelight.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What tools beside the launcher need to know of a data folder.
 *
 * @param demo whether the simulated district lives here, and of how many {@code students}
 */
public record Installation(String district, String issuer, String address, boolean demo, int students) {
    private static final String FILE = "installation.properties";

    /** The installation of a data folder, if a district ever ran there. */
    public static Optional<Installation> in(Path data) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties p = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            p.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Installation(
                p.getProperty("district", "demo"),
                p.getProperty("issuer", ""),
                p.getProperty("address", ""),
                Boolean.parseBoolean(p.getProperty("demo")),
                Integer.parseInt(p.getProperty("students", "0"))));
    }

    /** Settles what runs in the folder: what is there goes on, and a wish that contradicts it is refused. */
    static Installation settle(Options options, Path data, String district) {
        String issuer = "http://localhost:" + options.signInPort();
        String address = "http://localhost:" + options.port();
        int wanted = Optional.ofNullable(options.students()).orElse(Options.DEFAULT_STUDENTS);
        Installation settled = in(data).map(there -> {
                    there.refuseOther(options, data);
                    return new Installation(district, issuer, address, options.demo(), there.students());
                })
                .orElse(new Installation(district, issuer, address, options.demo(), wanted));
        settled.writeTo(data);
        return settled;
    }

    private void refuseOther(Options options, Path data) {
        if (demo != options.demo()) {
            throw new CannotStart("%s holds %s. Choose another folder with --data, or forget it with --fresh."
                    .formatted(data, demo ? "a demo district" : "a district of your own; start it with --no-demo"));
        }
        Integer wanted = options.students();
        if (demo && wanted != null && wanted != students) {
            throw new CannotStart(
                    "%s holds a demo district of %d students, not %d. Forget it with --fresh to have another."
                            .formatted(data, students, wanted));
        }
    }

    void writeTo(Path data) {
        Properties p = new Properties();
        p.setProperty("district", district);
        p.setProperty("issuer", issuer);
        p.setProperty("address", address);
        p.setProperty("demo", Boolean.toString(demo));
        p.setProperty("students", Integer.toString(students));
        try (Writer writer = Files.newBufferedWriter(data.resolve(FILE))) {
            p.store(writer, "The Pacelight district in this folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
