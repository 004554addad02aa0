package io.pacelight.kit.rebuild;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.pacelight.kit.mongo.MongoStateStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * What of a service's database follows from facts on topics alone, as a hash: two databases built out of the same
 * facts, in whatever order, batches and partitions, have the same one.
 *
 * <p>The hash is SHA-256, in hexadecimal, over each collection's documents in the order of their {@code _id}, one line
 * of canonical extended JSON each, fields sorted by name. A service declares all of its collections in one place: those
 * that are part of its projection, and those that are not, with the reason; a collection that is not declared is an
 * error, so that a new one cannot be forgotten.
 */
public final class CanonicalProjection {
    /** Fields of a state document that tell how it was written, not what is known. */
    private static final List<String> BOOKKEEPING = List.of("v", "in", "out", "kept", "pending", "savedAt", "wr", "wn");

    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final SortedMap<String, Part> parts = new TreeMap<>();
    private final SortedMap<String, String> others = new TreeMap<>();

    private CanonicalProjection() {}

    public static CanonicalProjection of(Part... parts) {
        CanonicalProjection projection = new CanonicalProjection();
        for (Part part : parts) projection.parts.put(part.collection, part);
        return projection
                .notPart(RebuildMark.COLLECTION, "says whether the database is whole")
                .notPart(MongoStateStore.WRITERS, "says how far each process has told what it stored")
                .notPart("audit", "who looked at whom happened here and nowhere else")
                .notPart("quarantine", "names records by their offsets; its topic holds them too");
    }

    /** A collection of {@link io.pacelight.kit.mongo.MongoStateStore}: everything but its bookkeeping. */
    public static Part states(String collection) {
        Part part = new Part(collection);
        for (String field : BOOKKEEPING) part.without(field, "bookkeeping of the exactly-once fold");
        return part;
    }

    /** The same projection, that says of one more collection why it is not in it. */
    public CanonicalProjection notPart(String collection, String reason) {
        others.put(collection, reason);
        return this;
    }

    /** Names of the collections that are hashed. */
    public List<String> collections() {
        return List.copyOf(parts.keySet());
    }

    /**
     * The hash of the whole.
     *
     * @throws IllegalStateException if the database has a collection that is not declared
     */
    public String hash(MongoDatabase database) {
        MessageDigest digest = sha256();
        hashes(database).forEach((collection, hash) -> digest.update(bytes(collection + ' ' + hash + '\n')));
        return hex(digest);
    }

    /** The hash of each collection by its name, to find what differs. */
    public SortedMap<String, String> hashes(MongoDatabase database) {
        TreeSet<String> undeclared = new TreeSet<>();
        database.listCollectionNames().into(undeclared);
        undeclared.removeIf(name -> name.startsWith("system."));
        undeclared.removeAll(parts.keySet());
        undeclared.removeAll(others.keySet());
        if (!undeclared.isEmpty())
            throw new IllegalStateException("collections of " + database.getName()
                    + " of which is not said whether they are part of its projection: " + undeclared);
        SortedMap<String, String> hashes = new TreeMap<>();
        parts.forEach((collection, part) -> hashes.put(collection, hash(database, part)));
        return hashes;
    }

    /** The canonical form of one collection's documents by their id, which is text, to find which one differs and how. */
    public SortedMap<String, String> documents(MongoDatabase database, String collection) {
        Part part = parts.get(collection);
        if (part == null) throw new IllegalArgumentException(collection + " is not part of the projection");
        SortedMap<String, String> documents = new TreeMap<>();
        for (BsonDocument stored :
                database.getCollection(collection, BsonDocument.class).find()) {
            BsonDocument known = part.canonical(stored);
            if (!part.isNothing(known)) documents.put(stored.getString("_id").getValue(), known.toJson(CANONICAL));
        }
        return documents;
    }

    private static String hash(MongoDatabase database, Part part) {
        MessageDigest digest = sha256();
        for (BsonDocument stored : database.getCollection(part.collection, BsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .batchSize(1_000)) {
            BsonDocument known = part.canonical(stored);
            if (part.isNothing(known)) continue;
            digest.update(bytes(known.toJson(CANONICAL)));
            digest.update((byte) '\n');
        }
        return hex(digest);
    }

    /** One collection of the projection. */
    public static final class Part {
        private final String collection;
        private final SortedMap<String, String> leftOut = new TreeMap<>();
        private final Map<String, Integer> unordered = new HashMap<>();
        private final Map<String, String> sameAsNone = new HashMap<>();

        private Part(String collection) {
            this.collection = collection;
        }

        /** Leaves out a field, named by its path with dots, for a reason. */
        public Part without(String path, String reason) {
            leftOut.put(path, reason);
            return this;
        }

        /**
         * Leaves out, for a reason, a document whose top field of that name holds nothing but zeros and empty lists. To
         * be said only of totals that are read alike whether they are zero or not there: whether a total of nobody stands
         * there is an accident of history, such as a student who was counted in one school between two polls. A total
         * that is zero and must not be differs from the one that is to be, since that one is not left out.
         */
        public Part withoutZeros(String field, String reason) {
            sameAsNone.put(field, reason);
            return this;
        }

        /** The list at a path is a set, such as a map's entries: its order says nothing. */
        public Part unordered(String path) {
            return unordered(path, 1);
        }

        /** The list at a path is a set of groups of {@code size} elements, such as keys and values in turn. */
        public Part unordered(String path, int size) {
            unordered.put(path, size);
            return this;
        }

        BsonDocument canonical(BsonDocument stored) {
            return (BsonDocument) canonical("", stored);
        }

        /** Whether a document, in its canonical form, says the same as none. */
        boolean isNothing(BsonDocument known) {
            return sameAsNone.keySet().stream().anyMatch(field -> known.containsKey(field) && isZero(known.get(field)));
        }

        private static boolean isZero(BsonValue value) {
            return switch (value) {
                case BsonDocument document -> document.values().stream().allMatch(Part::isZero);
                case BsonArray array -> array.stream().allMatch(Part::isZero);
                case BsonNumber number -> number.doubleValue() == 0;
                default -> false;
            };
        }

        private BsonValue canonical(String path, BsonValue value) {
            if (value instanceof BsonDocument document) {
                BsonDocument sorted = new BsonDocument();
                new TreeMap<>(document).forEach((field, held) -> {
                    String inner = path.isEmpty() ? field : path + '.' + field;
                    if (!leftOut.containsKey(inner)) sorted.put(field, canonical(inner, held));
                });
                return sorted;
            }
            if (!(value instanceof BsonArray array)) return value;
            List<BsonValue> elements = new ArrayList<>(array.size());
            for (BsonValue element : array) elements.add(canonical(path, element));
            Integer size = unordered.get(path);
            return new BsonArray(size == null ? elements : sorted(elements, size));
        }

        private static List<BsonValue> sorted(List<BsonValue> elements, int size) {
            List<List<BsonValue>> groups = new ArrayList<>();
            for (int from = 0; from < elements.size(); from += size)
                groups.add(elements.subList(from, Math.min(from + size, elements.size())));
            groups.sort(Comparator.comparing(group -> Arrays.toString(group.toArray())));
            List<BsonValue> sorted = new ArrayList<>(elements.size());
            groups.forEach(sorted::addAll);
            return sorted;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
