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
 * @param few one crash point of each service instead of all, one round of broker and store, a second instance and a
 *     wrong clock of progression alone, and rebuilds by one instance
 * @param mutants run the suite against each of these, instead of once against the code as it is
 */
record Options(long seed, int attempts, int kills, Set<Fault> faults, Set<Mutant> mutants, boolean few) {
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
        Set<Mutant> mutants = EnumSet.noneOf(Mutant.class);
        boolean brief = false;
        List<Fault> only = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--long" -> longer = true;
                case "--mutants" -> mutants.addAll(EnumSet.allOf(Mutant.class));
                case "--mutant" -> mutants.add(named(word, value(word, rest), Mutant.class));
                case "--brief" -> brief = true;
                case "--seed" -> seed = Long.parseLong(value(word, rest));
                case "--attempts" -> attempts = Integer.parseInt(value(word, rest));
                case "--only" -> {
                    for (String name : value(word, rest).split(",", -1)) only.add(named(word, name, Fault.class));
                }
                default -> throw new IllegalArgumentException("unknown option '" + word + "'");
            }
        }
        if (brief && (longer || attempts != null || !only.isEmpty() || !mutants.isEmpty()))
            throw new IllegalArgumentException("--brief takes no other option than --seed");
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

    /** Every kind of fault but a full disk, once or so. */
    static Options brief() {
        return brief(Long.getLong("pacelight.seed", SEED));
    }

    private static Options brief(long seed) {
        return new Options(
                seed, 2_000, 1, EnumSet.complementOf(EnumSet.of(Fault.DISK)), EnumSet.noneOf(Mutant.class), true);
    }

    /** What provokes a mutant, and nothing else. */
    Options provoking(Mutant mutant) {
        return new Options(seed, mutant.provokedBy().isEmpty() ? 1_000 : 4_000, 0, mutant.provokedBy(), mutants, true);
    }

    private static <E extends Enum<E>> E named(String option, String name, Class<E> kind) {
        try {
            return Enum.valueOf(kind, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(option + " takes "
                    + EnumSet.allOf(kind).toString().toLowerCase(Locale.ROOT) + ", not '" + name + "'");
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(option + " needs a value");
        return rest.next();
    }
}
