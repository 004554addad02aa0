package io.pacelight.faults.process;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a run is to do.
 *
 * @param attempts how many attempts stream in
 * @param kills how often each service is killed at a random moment
 * @param faults those to be done
 * @param few two crash points of each service instead of all, one round of broker and store, and a second instance of
 *     progression alone
 * @param mutants run the suite against each mutant, instead of once against the code as it is
 */
record Options(long seed, int attempts, int kills, Set<Fault> faults, boolean mutants, boolean few) {
    private static final long SEED = 2026;
    private static final int ATTEMPTS = 50_000;
    private static final int KILLS = 5;
    private static final int KILLS_LONG = 20;
    private static final int ATTEMPTS_LONG = 250_000;

    /** What {@code infra/faults/run} was given. */
    static Options parse(List<String> words) {
        long seed = SEED;
        Integer attempts = null;
        boolean longer = false;
        boolean mutants = false;
        boolean brief = false;
        List<Fault> only = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--long" -> longer = true;
                case "--mutants" -> mutants = true;
                case "--brief" -> brief = true;
                case "--seed" -> seed = Long.parseLong(value(word, rest));
                case "--attempts" -> attempts = Integer.parseInt(value(word, rest));
                case "--only" -> {
                    for (String name : value(word, rest).split(",")) only.add(fault(name));
                }
                default -> throw new IllegalArgumentException("unknown option '" + word + "'");
            }
        }
        if (brief) return brief(seed);
        int many = attempts != null ? attempts : longer ? ATTEMPTS_LONG : ATTEMPTS;
        if (many < 1_000) throw new IllegalArgumentException("--attempts takes a number from 1000");
        return new Options(
                seed,
                many,
                longer ? KILLS_LONG : KILLS,
                only.isEmpty() ? EnumSet.allOf(Fault.class) : EnumSet.copyOf(only),
                mutants,
                false);
    }

    /** A few minutes: two thousand attempts, one kill of each service, no full disk and no wrong clock. */
    static Options brief() {
        return brief(SEED);
    }

    private static Options brief(long seed) {
        return new Options(
                seed,
                2_000,
                1,
                EnumSet.of(Fault.KILL, Fault.CRASH, Fault.BACKBONE, Fault.NETWORK, Fault.MEMBERS),
                false,
                true);
    }

    private static Fault fault(String name) {
        try {
            return Fault.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--only takes some of " + List.of(Fault.values()) + ", not '" + name + "'");
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return rest.next();
    }
}
