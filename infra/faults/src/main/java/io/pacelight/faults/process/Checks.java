package io.pacelight.faults.process;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.pacelight.events.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds the invariants against what stands on Kafka and in the store; nothing runs meanwhile. */
final class Checks implements AutoCloseable {
    private static final String DISTRICT = Installation.DISTRICT + "|";
    private static final Set<String> OPEN = Set.of("OPEN", "STARTED", "SNOOZED");

    private final Ledger ledger;
    private final MongoClient store;
    private final Report report;

    Checks(Ledger ledger, String storeUri, Report report) {
        this.ledger = ledger;
        this.store = MongoClients.create(storeUri);
        this.report = report;
    }

    void all() {
        Set<String> aside = quarantined("progression");
        Recomputation recomputed = Recomputation.of(ledger.of(Topics.ATTEMPTS), aside);
        recordedOnce();
        appliedOrQuarantined("progression", aside, applied());
        Set<String> asideByReporting = quarantined("reporting");
        appliedOrQuarantined("reporting", asideByReporting, shown());
        masteries(recomputed);
        rollUps(Recomputation.of(ledger.of(Topics.ATTEMPTS), asideByReporting), recomputed);
        reasons();
        order();
    }

    private MongoCollection<Document> collection(String service, String name) {
        return store.getDatabase(service).getCollection(name);
    }

    // --- I1 -------------------------------------------------------------------------------------------------------

    /** Every attempt that assessment keeps stands on Kafka under one event id, and nothing else does but what was put there. */
    private void recordedOnce() {
        String invariant = "I1 recorded = told, once";
        Map<String, Set<String>> told = new HashMap<>();
        for (Ledger.Fact fact : ledger.of(Topics.ATTEMPTS))
            if (fact.type().equals("attempt-recorded")
                    && fact.header("ce_source").equals("/pacelight/assessment"))
                told.computeIfAbsent(fact.subject(), ignored -> new HashSet<>()).add(fact.id());
        Set<String> kept = new HashSet<>();
        for (Document attempt : collection("assessment", "attempts").find()) kept.add(attempt.getString("_id"));
        report.checked(invariant, kept.size());
        for (String id : kept)
            if (told.getOrDefault(id, Set.of()).size() != 1)
                report.violated(
                        invariant,
                        id + " is recorded and told "
                                + told.getOrDefault(id, Set.of()).size() + " times");
        for (String id : told.keySet())
            if (!kept.contains(id)) report.violated(invariant, id + " is told and not recorded");
    }

    private Set<String> quarantined(String service) {
        Set<String> places = new HashSet<>();
        for (Document record : collection(service, "quarantine").find()) places.add(record.getString("_id"));
        return places;
    }

    private void appliedOrQuarantined(String service, Set<String> aside, Map<String, Long> applied) {
        String invariant = "I1 " + service + ": accepted = applied + quarantined";
        List<Ledger.Fact> facts = ledger.of(Topics.ATTEMPTS);
        report.checked(invariant, facts.size());
        Set<String> good = new HashSet<>();
        for (Ledger.Fact fact : facts) {
            boolean in = applied.getOrDefault(fact.text("attempt"), 0L) >= fact.sequence() && fact.data() != null;
            boolean out = aside.contains(fact.place());
            if (!in && !out) report.violated(invariant, fact.place() + " is neither applied nor in quarantine");
            if (!out && fact.type().startsWith("attempt-")) good.add(fact.text("attempt"));
        }
        for (Ledger.Fact fact : facts)
            if (aside.contains(fact.place())
                    && fact.header("ce_source").equals("/pacelight/assessment")
                    && good.contains(fact.text("attempt")))
                report.violated(invariant, fact.place() + " is in quarantine although it is like one that is applied");
        for (String attempt : applied.keySet())
            if (!good.contains(attempt)) report.violated(invariant, attempt + " is applied and was never accepted");
    }

    /** Attempt to revision, as progression has them. */
    private Map<String, Long> applied() {
        Map<String, Long> applied = new HashMap<>();
        for (Document mastery : collection("progression", "masteries").find())
            for (Document attempt : mastery.get("s", Document.class).getList("a", Document.class))
                applied.merge(attempt.getString("id"), attempt.getLong("rev"), Math::max);
        return applied;
    }

    /** The same as far as reporting shows it: it keeps the newest rows of each competency, and hashes of all. */
    private Map<String, Long> shown() {
        Map<Long, Boolean> hashes = new HashMap<>();
        for (Document student : collection("reporting", "students").find()) {
            Document state = student.get("s", Document.class);
            for (long hash : longs(state.get("at"))) hashes.putIfAbsent(hash, false);
            for (long hash : longs(state.get("vd"))) hashes.put(hash, true);
        }
        Map<String, Long> shown = new HashMap<>();
        for (Ledger.Fact fact : ledger.of(Topics.ATTEMPTS)) {
            String attempt = fact.text("attempt");
            Boolean voided = hashes.get(fnv(attempt));
            if (!attempt.isEmpty() && voided != null) shown.put(attempt, voided ? 2L : 1L);
        }
        return shown;
    }

    private static long[] longs(@Nullable Object stored) {
        if (stored instanceof org.bson.types.Binary binary) {
            java.nio.ByteBuffer bytes = java.nio.ByteBuffer.wrap(binary.getData());
            long[] longs = new long[binary.length() / Long.BYTES];
            for (int i = 0; i < longs.length; i++) longs[i] = bytes.getLong();
            return longs;
        }
        if (stored instanceof List<?> list)
            return list.stream().mapToLong(each -> ((Number) each).longValue()).toArray();
        return new long[0];
    }

    /** FNV-1a of 64 bits over the text's UTF-16 units, low byte first. */
    private static long fnv(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ (text.charAt(i) & 0xff)) * 0x100000001b3L;
            hash = (hash ^ (text.charAt(i) >>> 8)) * 0x100000001b3L;
        }
        return hash;
    }

    // --- I2 -------------------------------------------------------------------------------------------------------

    private void masteries(Recomputation recomputed) {
        String invariant = "I2 mastery states = recomputation";
        Map<String, Document> stored = new HashMap<>();
        for (Document mastery : collection("progression", "masteries").find())
            stored.put(
                    mastery.getString("_id"), mastery.get("s", Document.class).get("now", Document.class));
        report.checked(invariant, recomputed.standings().size());
        recomputed.standings().forEach((key, standing) -> {
            Document now = stored.remove(key);
            if (now == null) report.violated(invariant, key + " has evidence and no state");
            else
                for (String difference : differences(standing, now))
                    report.violated(invariant, key + ": " + difference);
        });
        stored.forEach((key, now) -> {
            if (now != null) report.violated(invariant, key + " has a state and no evidence");
        });
    }

    private static List<String> differences(Recomputation.Standing is, Document now) {
        List<String> found = new ArrayList<>();
        compare(found, "level", millionths(is.level()), now.getLong("level"));
        compare(found, "shown", millionths(is.shown()), now.getLong("shown"));
        compare(found, "mastered by", is.masteredBy(), now.getString("by"));
        compare(found, "mastered at", is.masteredAt(), instant(now.getString("at")));
        compare(found, "ready for next", is.ready(), now.getBoolean("ready"));
        compare(found, "pieces", is.pieces(), now.getInteger("attempts"));
        compare(
                found,
                "recent",
                is.recent().stream().map(Checks::millionths).toList(),
                now.getList("recent", Long.class));
        if (is.pieces() > 0) compare(found, "last", is.last(), instant(now.getString("last")));
        return found;
    }

    private static void compare(List<String> found, String what, @Nullable Object must, @Nullable Object is) {
        if (!Objects.equals(must, is)) found.add(what + " is " + is + " and must be " + must);
    }

    private static long millionths(BigDecimal level) {
        return level.movePointRight(6).longValueExact();
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    /** What a school's total must be: students with evidence and mastery by competency, attempts, pieces. */
    private static final class Total {
        private final Map<String, int[]> competencies = new TreeMap<>();
        private long attempts;
        private long pieces;
        private long judged;

        @Override
        public String toString() {
            StringBuilder text =
                    new StringBuilder("attempts " + attempts + ", pieces " + pieces + ", judged " + judged);
            competencies.forEach((code, counts) -> text.append(", ")
                    .append(code)
                    .append(' ')
                    .append(counts[0])
                    .append('/')
                    .append(counts[1]));
            return text.toString();
        }
    }

    private void rollUps(Recomputation asReported, Recomputation asJudged) {
        String invariant = "I2 roll-ups = recomputation";
        Map<String, String> homes = new HashMap<>();
        Map<String, Long> newest = new HashMap<>();
        for (Ledger.Fact fact : ledger.of(Topics.STUDENTS)) {
            JsonNode student = fact.data();
            if (!fact.type().equals("student-changed") || student == null) continue;
            if (newest.merge(fact.text("student"), fact.sequence(), Math::max) > fact.sequence()) continue;
            TreeSet<String> schools = new TreeSet<>();
            for (JsonNode school : student.path("schools")) schools.add(school.asString());
            homes.put(fact.text("student"), schools.isEmpty() ? "" : schools.first());
        }
        Map<String, Total> must = new TreeMap<>();
        asReported.standings().forEach((key, standing) -> {
            String student = key.substring(DISTRICT.length(), key.lastIndexOf('|'));
            String code = key.substring(key.lastIndexOf('|') + 1);
            Total total = must.computeIfAbsent(homes.getOrDefault(student, ""), ignored -> new Total());
            total.attempts += asReported.attempts(key);
            total.pieces += standing.pieces();
            Recomputation.Standing judged = asJudged.standings().get(key);
            if (judged == null || (judged.pieces() == 0 && judged.masteredBy() == null)) return;
            total.judged += judged.pieces();
            int[] counts = total.competencies.computeIfAbsent(code, ignored -> new int[2]);
            counts[0]++;
            if (judged.masteredBy() != null) counts[1]++;
        });
        Map<String, Total> stored = new TreeMap<>();
        for (Document school : collection("reporting", "schools").find()) {
            Document state = school.get("s", Document.class);
            Total total = new Total();
            for (String part : List.of("h", "g")) add(total, state.get(part, Document.class));
            stored.put(school.getString("_id").substring(DISTRICT.length()), total);
        }
        stored.keySet().forEach(school -> must.putIfAbsent(school, new Total())); // where nobody counts: zeros
        report.checked(invariant, must.size());
        must.forEach((school, total) -> {
            Total is = stored.get(school);
            if (is == null || !is.toString().equals(total.toString()))
                report.violated(invariant, "school " + school + " is " + is + " and must be " + total);
        });
    }

    private static void add(Total total, Document part) {
        total.attempts += part.getLong("a");
        total.pieces += part.getLong("e");
        total.judged += part.getLong("j");
        for (Document row : part.getList("c", Document.class)) {
            int[] counts = total.competencies.computeIfAbsent(row.getString("k"), ignored -> new int[2]);
            List<Integer> numbers = row.getList("n", Integer.class);
            counts[0] += numbers.get(0);
            counts[1] += numbers.get(1);
        }
    }

    // --- I3 -------------------------------------------------------------------------------------------------------

    private void reasons() {
        String once = "I3 each reason in exactly one task";
        String alone = "I3 one open task per student and class";
        Map<String, Set<String>> tasksOfReason = new HashMap<>();
        Map<String, List<Ledger.Fact>> byStudent = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Ledger.Fact fact : ledger.of(Topics.TASKS)) {
            JsonNode data = fact.data();
            if (data == null || !data.path("task").isObject() || !seen.add(fact.id())) continue;
            JsonNode task = data.path("task");
            for (JsonNode reason : task.path("reasons"))
                tasksOfReason
                        .computeIfAbsent(reason.path("reason").asString(), ignored -> new TreeSet<>())
                        .add(task.path("task").asString());
            byStudent
                    .computeIfAbsent(fact.subject(), ignored -> new ArrayList<>())
                    .add(fact);
        }
        report.checked(once, tasksOfReason.size());
        tasksOfReason.forEach((reason, tasks) -> {
            if (tasks.size() != 1) report.violated(once, reason + " lies in " + tasks);
        });
        report.checked(alone, byStudent.size());
        byStudent.forEach((student, facts) -> {
            facts.sort(Comparator.comparingLong(Ledger.Fact::sequence));
            Map<String, String> open = new HashMap<>();
            for (Ledger.Fact fact : facts) {
                JsonNode task = Objects.requireNonNull(fact.data()).path("task");
                String id = task.path("task").asString();
                open.remove(id);
                if (!OPEN.contains(task.path("state").asString())) continue;
                String classId = task.path("classId").asString();
                if (open.containsValue(classId))
                    report.violated(alone, student + " has two open tasks in " + classId + " at " + fact.sequence());
                open.put(id, classId);
            }
        });
        Set<String> strikes = new HashSet<>();
        for (Document watch : collection("intervention", "watches").find())
            for (List<?> reason : watch.get("s", Document.class).getList("reasons", List.class))
                if (!strikes.add(watch.getString("_id") + reason.get(0) + reason.get(1) + reason.get(2)))
                    report.violated(once, watch.getString("_id") + " has the reason " + reason + " twice");
        report.measured("reasons", tasksOfReason.size());
    }

    // --- I6 -------------------------------------------------------------------------------------------------------

    /** First appearances ascend, an event id has one place in its document's sequence, and none is missing. */
    private void order() {
        String ascending = "I6 first appearances ascend";
        String unique = "I6 one id per place in a sequence";
        Map<String, Map<Long, String>> told = new HashMap<>();
        Map<String, Set<Long>> asked = new HashMap<>();
        long events = 0;
        for (String topic : ledger.topics()) {
            Set<String> seen = new HashSet<>();
            Map<String, Long> last = new HashMap<>();
            for (Ledger.Fact fact : ledger.of(topic)) {
                if (!fact.header("ce_source").startsWith("/pacelight/")) continue;
                String document = fact.header("ce_source") + ' ' + fact.subject();
                if (isRequest(fact)) {
                    asked.computeIfAbsent(document, ignored -> new HashSet<>()).add(fact.sequence());
                    continue;
                }
                String before = told.computeIfAbsent(document, ignored -> new HashMap<>())
                        .putIfAbsent(fact.sequence(), fact.id());
                if (before != null && !before.equals(fact.id()))
                    report.violated(unique, document + " tells two events as number " + fact.sequence());
                if (!seen.add(fact.id())) continue;
                events++;
                long highest = last.getOrDefault(document, 0L);
                if (fact.sequence() <= highest)
                    report.violated(
                            ascending, fact.place() + ": " + fact.sequence() + " of " + document + " after " + highest);
                last.put(document, Math.max(highest, fact.sequence()));
            }
        }
        report.checked(ascending, events);
        report.checked(unique, told.size());
        complete(told, asked);
    }

    /** Inputs that a service makes for itself: some are of a document's sequence, others have numbers of their own. */
    private static boolean isRequest(Ledger.Fact fact) {
        return fact.raw().topic().endsWith(".inputs.v1");
    }

    private void complete(Map<String, Map<Long, String>> told, Map<String, Set<Long>> asked) {
        String invariant = "I6 every event of a document is told";
        record Documents(String service, String collection) {}
        for (Documents kind : List.of(
                new Documents("assessment", "attempts"),
                new Documents("progression", "masteries"),
                new Documents("progression", "students"),
                new Documents("intervention", "watches"))) {
            long count = 0;
            for (Document document : collection(kind.service, kind.collection).find()) {
                count++;
                String name = "/pacelight/" + kind.service + ' ' + document.getString("_id");
                Set<Long> sequences = told.getOrDefault(name, Map.of()).keySet();
                Set<Long> requests = asked.getOrDefault(name, Set.of());
                for (long sequence = 1; sequence <= document.getLong("n"); sequence++)
                    if (!sequences.contains(sequence) && !requests.contains(sequence))
                        report.violated(invariant, name + " never told its event " + sequence);
                for (long sequence : sequences)
                    if (sequence > document.getLong("n"))
                        report.violated(invariant, name + " told event " + sequence + " and does not know of it");
            }
            report.checked(invariant, count);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
