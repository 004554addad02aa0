package io.pacelight.assessment.adapter.out.mongo;

import io.pacelight.assessment.application.Batch;
import io.pacelight.assessment.application.Batch.RowProblem;
import io.pacelight.kit.security.AccessScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** A batch as it stands in its document. */
final class BatchCodec {
    private BatchCodec() {}

    static Document write(Batch batch) {
        List<Document> problems = new ArrayList<>();
        for (RowProblem problem : batch.problems())
            problems.add(new Document("row", problem.row())
                    .append("column", problem.column())
                    .append("code", problem.code())
                    .append("message", problem.message()));
        AccessScope scope = batch.scope();
        return new Document("_id", batch.district() + '|' + batch.id())
                .append("district", batch.district())
                .append("id", batch.id())
                .append("state", batch.state().name())
                .append("format", batch.format().name())
                .append("by", batch.by())
                .append(
                        "scope",
                        new Document("all", scope.wholeDistrict())
                                .append("schools", List.copyOf(scope.schools()))
                                .append("classes", List.copyOf(scope.classes()))
                                .append("students", List.copyOf(scope.students())))
                .append("recordedAt", batch.recordedAt().toString())
                .append("bytes", batch.bytes())
                .append("rowsDone", batch.rowsDone())
                .append("accepted", batch.accepted())
                .append("duplicates", batch.duplicates())
                .append("refused", batch.refused())
                .append("problems", problems)
                .append("startedAt", Date.from(batch.startedAt()))
                .append("finishedAt", batch.finishedAt() == null ? null : Date.from(batch.finishedAt()));
    }

    static Batch read(Document stored) {
        List<RowProblem> problems = new ArrayList<>();
        for (Document problem : stored.getList("problems", Document.class))
            problems.add(new RowProblem(
                    problem.getLong("row"),
                    problem.getString("column"),
                    problem.getString("code"),
                    problem.getString("message")));
        Document scope = stored.get("scope", Document.class);
        Date finishedAt = stored.getDate("finishedAt");
        return new Batch(
                stored.getString("district"),
                stored.getString("id"),
                Batch.State.valueOf(stored.getString("state")),
                Batch.Format.valueOf(stored.getString("format")),
                stored.getString("by"),
                new AccessScope(
                        stored.getString("district"),
                        scope.getBoolean("all", false),
                        ids(scope, "schools"),
                        ids(scope, "classes"),
                        ids(scope, "students")),
                Instant.parse(stored.getString("recordedAt")),
                stored.getLong("bytes"),
                stored.getLong("rowsDone"),
                stored.getLong("accepted"),
                stored.getLong("duplicates"),
                stored.getLong("refused"),
                problems,
                stored.getDate("startedAt").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant());
    }

    private static Set<String> ids(Document scope, String field) {
        return new HashSet<>(scope.getList(field, String.class));
    }
}
