package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.events.Keys;
import io.pacelight.roster.application.apply.Tally;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.ImportState;
import io.pacelight.roster.domain.report.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** An import as a document; instants stand as text. */
final class ImportJobCodec {
    private ImportJobCodec() {}

    static Document write(ImportJob job) {
        Document stored = new Document("_id", Keys.of(job.district(), job.id()))
                .append("district", job.district())
                .append("id", job.id())
                .append("v", job.version())
                .append("fileName", job.fileName())
                .append("bytes", job.bytes())
                .append("by", job.by())
                .append("dryRun", job.dryRun())
                .append("confirmed", job.confirmed())
                .append("state", job.state().name())
                .append("phase", job.phase())
                .append("done", job.done())
                .append("total", job.total())
                .append("failures", job.failures())
                .append("createdAt", job.createdAt().toString())
                .append("errors", job.errors())
                .append("warnings", job.warnings());
        put(stored, "startedAt", text(job.startedAt()));
        put(stored, "finishedAt", text(job.finishedAt()));
        put(stored, "files", job.files().stream().map(ImportJobCodec::write).toList());
        put(stored, "endings", pairs(job.endings(), ending -> List.of(ending.before(), ending.ended())));
        put(stored, "byCode", pairs(job.problemsByCode(), count -> count));
        return put(
                stored,
                "problems",
                job.problems().stream().map(ImportJobCodec::write).toList());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Document write(ImportJob.FileReport report) {
        Tally.Counts counts = report.counts();
        return new Document("file", report.file())
                .append("mode", report.mode())
                .append("rows", report.rows())
                .append("counts", List.of(counts.created(), counts.updated(), counts.removed(), counts.unchanged()));
    }

    private static Document write(Problem problem) {
        Document stored = new Document("code", problem.code()).append("message", problem.message());
        put(stored, "file", problem.file());
        put(stored, "row", problem.row());
        put(stored, "column", problem.column());
        return stored.append("error", problem.isError());
    }

    static ImportJob read(Document stored) {
        return new ImportJob(
                stored.getString("district"),
                stored.getString("id"),
                stored.getLong("v"),
                stored.getString("fileName"),
                stored.getLong("bytes"),
                stored.getString("by"),
                stored.getBoolean("dryRun", false),
                stored.getBoolean("confirmed", false),
                ImportState.valueOf(stored.getString("state")),
                stored.getString("phase"),
                stored.getInteger("done", 0),
                stored.getInteger("total", 0),
                stored.getInteger("failures", 0),
                Instant.parse(stored.getString("createdAt")),
                instant(stored, "startedAt"),
                instant(stored, "finishedAt"),
                stored.getList("files", Document.class, List.of()).stream()
                        .map(ImportJobCodec::file)
                        .toList(),
                map(stored, "endings", pair -> {
                    List<Integer> numbers = pair.getList("v", Integer.class);
                    return new Tally.Ending(numbers.get(0), numbers.get(1));
                }),
                stored.getInteger("errors", 0),
                stored.getInteger("warnings", 0),
                map(stored, "byCode", pair -> pair.getInteger("v", 0)),
                stored.getList("problems", Document.class, List.of()).stream()
                        .map(ImportJobCodec::problem)
                        .toList());
    }

    private static @Nullable Instant instant(Document stored, String field) {
        String text = stored.getString(field);
        return text == null ? null : Instant.parse(text);
    }

    private static ImportJob.FileReport file(Document stored) {
        List<Integer> counts = stored.getList("counts", Integer.class);
        return new ImportJob.FileReport(
                stored.getString("file"),
                stored.getString("mode"),
                stored.getInteger("rows", 0),
                new Tally.Counts(counts.get(0), counts.get(1), counts.get(2), counts.get(3)));
    }

    private static Problem problem(Document stored) {
        return new Problem(
                stored.getString("file"),
                stored.getInteger("row"),
                stored.getString("column"),
                stored.getString("code"),
                stored.getString("message"),
                stored.getBoolean("error", true) ? Problem.Severity.ERROR : Problem.Severity.WARNING);
    }

    /** What is empty is left out. */
    private static Document put(Document document, String field, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            document.append(field, value);
        }
        return document;
    }

    /** Maps stand as lists of pairs, as in {@link Fields#pairs}. */
    private static <T> List<Document> pairs(Map<String, T> map, Function<T, Object> value) {
        return map.entrySet().stream()
                .map(entry -> new Document("k", entry.getKey()).append("v", value.apply(entry.getValue())))
                .toList();
    }

    private static <T> SortedMap<String, T> map(Document stored, String field, Function<Document, T> pair) {
        SortedMap<String, T> map = new TreeMap<>();
        for (Document entry : stored.getList(field, Document.class, List.of())) {
            map.put(entry.getString("k"), pair.apply(entry));
        }
        return map;
    }
}
