package io.pacelight.progression.domain.policy;

/** Where a policy holds; the nearest wins: competency before school before district. */
public sealed interface Scope {

    record District() implements Scope {
        @Override
        public String toString() {
            return "district";
        }
    }

    record School(String id) implements Scope {
        @Override
        public String toString() {
            return "school:" + id;
        }
    }

    record Competency(String code) implements Scope {
        @Override
        public String toString() {
            return "competency:" + code;
        }
    }

    Scope DISTRICT = new District();

    /**
     * Reads {@code district}, {@code school:ID} or {@code competency:CODE}, as {@link Object#toString} writes it.
     *
     * @throws PolicyRefused if it is none of them
     */
    static Scope parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? "" : text.substring(colon + 1).strip();
        if (text.indexOf('|') >= 0) {
            throw new PolicyRefused("A scope holds no '|', which separates the parts of keys.");
        }
        if (text.equals("district")) {
            return DISTRICT;
        }
        if (text.startsWith("school:") && !name.isEmpty()) {
            return new School(name);
        }
        if (text.startsWith("competency:") && !name.isEmpty()) {
            return new Competency(name);
        }
        throw new PolicyRefused("There is no scope " + text
                + "; write district, school:ID or competency:CODE. A class has no policy of its"
                + " own, since a student has one state per competency.");
    }
}
