package io.pacelight.events;

/** Composite keys, as they stand on Kafka and in document ids. */
public final class Keys {
    private Keys() {}

    /** Joins the parts with {@code |}; a part that holds one is refused, since two keys could then be one. */
    public static String of(String... parts) {
        for (String part : parts)
            if (part.isEmpty() || part.indexOf('|') >= 0)
                throw new IllegalArgumentException("a key's part must be neither empty nor hold '|': " + part);
        return String.join("|", parts);
    }
}
