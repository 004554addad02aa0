package io.pacelight.progression.domain.policy;

/** Small numbers as people write them. */
final class Words {
    private static final String[] SMALL = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };

    private Words() {}

    static String number(int count) {
        return count < SMALL.length ? SMALL[count] : String.valueOf(count);
    }

    static String demonstrations(int count) {
        return number(count) + (count == 1 ? " demonstration" : " demonstrations");
    }

    static String more(int count) {
        return number(count) + " more" + (count == 1 ? " demonstration" : " demonstrations");
    }
}
