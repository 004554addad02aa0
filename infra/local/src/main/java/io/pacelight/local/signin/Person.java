package io.pacelight.local.signin;

/**
 * Somebody who may sign in on this machine.
 *
 * @param role what they are, in a word or two ("Teacher")
 * @param look what is worth looking at as this person, in a sentence
 */
public record Person(String username, String name, String role, String look) {
    /** The district's data desk, there from the first start. */
    public static final Person DATA_DESK =
            new Person("admin", "Data desk", "District data team", "Imports and exports, and the whole district.");
}
