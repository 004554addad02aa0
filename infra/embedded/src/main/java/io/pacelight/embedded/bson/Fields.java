package io.pacelight.embedded.bson;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of fields at the top of a document, or {@link #ALL} of them. */
public final class Fields {
    public static final Fields ALL = new Fields(Set.of());

    private final Set<String> names;
    private final byte[][] bytes;

    private Fields(Set<String> names) {
        this.names = names;
        this.bytes = new byte[names.size()][];
        int i = 0;
        for (String name : names) bytes[i++] = name.getBytes(StandardCharsets.UTF_8);
    }

    public static Fields of(Collection<String> names) {
        return new Fields(new LinkedHashSet<>(names));
    }

    public static Fields of(String... names) {
        return of(Arrays.asList(names));
    }

    public Fields and(Fields others) {
        if (this == ALL || others == ALL) return ALL;
        Set<String> both = new LinkedHashSet<>(names);
        both.addAll(others.names);
        return new Fields(both);
    }

    public boolean contains(String name) {
        return this == ALL || names.contains(name);
    }

    /** Whether the bytes of a name are among these; a handful is quicker looked through than hashed. */
    boolean contains(byte[] in, int from, int to) {
        if (this == ALL) return true;
        for (byte[] name : bytes) if (Arrays.equals(name, 0, name.length, in, from, to)) return true;
        return false;
    }
}
