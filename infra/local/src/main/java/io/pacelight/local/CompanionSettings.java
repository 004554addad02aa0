package io.pacelight.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says to a {@link Companion}.
 *
 * @param data {@code PACELIGHT_DATA}: where key, clock and progress are kept
 * @param port {@code SERVER_PORT}: where sign-in listens
 * @param issuer {@code PACELIGHT_ISSUER}: sign-in as browsers and tokens name it
 * @param address {@code PACELIGHT_ADDRESS}: the pages as browsers name them
 * @param pages {@code PACELIGHT_PAGES}: the pages as this process reaches them
 * @param clientSecret {@code PACELIGHT_OIDC_CLIENT_SECRET}: the pages' secret at sign-in
 * @param canarySecret {@code PACELIGHT_CANARY_SECRET}: the canary's secret at sign-in; without one there is no such client
 * @param mail {@code PACELIGHT_MAIL_PAGE}: where browsers read the mail that was caught
 * @param students {@code PACELIGHT_STUDENTS}: size of the demo district
 * @param speed {@code PACELIGHT_SPEED}: school seconds in a real second
 */
record CompanionSettings(
        Path data,
        int port,
        URI issuer,
        URI address,
        URI pages,
        String clientSecret,
        @Nullable String canarySecret,
        @Nullable URI mail,
        int students,
        int speed) {
    private static final int LARGEST_PORT = 65_535;
    private static final int FEWEST = 100;
    private static final int MOST = 1_000_000;
    private static final int QUICKEST = 36_000;

    /** A missing or unusable one is a {@link CannotStart} that names it. */
    static CompanionSettings of(Map<String, String> environment) {
        String mail = environment.getOrDefault("PACELIGHT_MAIL_PAGE", "");
        String canary = environment.getOrDefault("PACELIGHT_CANARY_SECRET", "");
        return new CompanionSettings(
                Path.of(environment.getOrDefault("PACELIGHT_DATA", "/data")),
                number(environment, "SERVER_PORT", 8080, 1, LARGEST_PORT),
                URI.create(required(environment, "PACELIGHT_ISSUER")),
                URI.create(required(environment, "PACELIGHT_ADDRESS")),
                URI.create(required(environment, "PACELIGHT_PAGES")),
                required(environment, "PACELIGHT_OIDC_CLIENT_SECRET"),
                canary.isEmpty() ? null : canary,
                mail.isEmpty() ? null : URI.create(mail),
                number(environment, "PACELIGHT_STUDENTS", Options.DEFAULT_STUDENTS, FEWEST, MOST),
                number(environment, "PACELIGHT_SPEED", Options.DEMO_SPEED, 1, QUICKEST));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "CompanionSettings[issuer=" + issuer + ", address=" + address + ", students=" + students + "]";
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new CannotStart("set " + name);
        }
        return value;
    }

    private static int number(Map<String, String> environment, String name, int usual, int least, int most) {
        String text = environment.getOrDefault(name, "");
        if (text.isEmpty()) {
            return usual;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CannotStart("%s is a number from %d to %d, not '%s'".formatted(name, least, most, text));
    }
}
