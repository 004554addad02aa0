package io.pacelight.local.signin;

import io.pacelight.local.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints a token for a user of the district in a data folder; behind {@code infra/local/token}. */
public final class TokenCommand {
    private static final int DEFAULT_HOURS = 12;

    private TokenCommand() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(token(List.of(arguments), Instant.now()));
        } catch (IllegalArgumentException e) {
            System.err.println("pacelight: " + e.getMessage());
            System.exit(1);
        }
    }

    static String token(List<String> arguments, Instant now) {
        Path data = Path.of(".pacelight");
        String district = null;
        String username = null;
        int hours = DEFAULT_HOURS;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--data" -> data = Path.of(value(word, words));
                case "--district" -> district = value(word, words);
                case "--hours" -> hours = hours(value(word, words));
                default -> username = username(word, username);
            }
        }
        if (username == null) {
            throw new IllegalArgumentException("for whom? Name a user, for example: infra/local/token admin");
        }
        Path folder = data;
        Installation installation = Installation.in(folder)
                .filter(there -> SigningKey.isIn(folder))
                .orElseThrow(() -> new IllegalArgumentException("no district in %s; start it with infra/local/up first"
                        .formatted(folder.toAbsolutePath().normalize())));
        Tokens tokens = new Tokens(
                SigningKey.in(folder), installation.issuer(), district == null ? installation.district() : district);
        String name = new People(folder).find(username).map(Person::name).orElse(username);
        return tokens.issue(username, name, now, Duration.ofHours(hours));
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return words.next();
    }

    private static int hours(String text) {
        try {
            int hours = Integer.parseInt(text);
            if (hours >= 1) {
                return hours;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("--hours takes a number from 1, not '" + text + "'");
    }

    private static String username(String word, @Nullable String earlier) {
        if (word.startsWith("-")) {
            throw new IllegalArgumentException("unknown option '" + word + "'; see infra/local/token --help");
        }
        if (earlier != null) {
            throw new IllegalArgumentException("one user at a time, not '%s' and '%s'".formatted(earlier, word));
        }
        return word;
    }
}
