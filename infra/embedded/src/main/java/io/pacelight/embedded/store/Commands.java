package io.pacelight.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the store has to know of single commands and their answers. */
final class Commands {
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");
    private static final Set<String> COUNTING = Set.of("_id", "n");

    private Commands() {}

    static boolean writes(String command, Document query) {
        if (command.equalsIgnoreCase("aggregate"))
            return pipeline(query).stream().anyMatch(stage -> stage.containsKey("$out") || stage.containsKey("$merge"));
        return WRITES.contains(command.toLowerCase(Locale.ROOT));
    }

    static List<Document> pipeline(Document query) {
        return query.get("pipeline") instanceof Collection<?> stages
                ? stages.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    /** The condition of the first stage, if the aggregation begins with one. */
    static @Nullable Document leadingMatch(List<Document> pipeline) {
        return pipeline.isEmpty() ? null : (Document) pipeline.getFirst().get("$match");
    }

    /** Whether the pipeline is what a driver makes of "count the documents of a query". */
    static boolean counts(List<Document> pipeline) {
        if (pipeline.size() != 2 || leadingMatch(pipeline) == null) return false;
        return pipeline.get(1).get("$group") instanceof Document group
                && group.keySet().equals(COUNTING)
                && group.get("n") instanceof Document sum
                && sum.get("$sum") instanceof Number one
                && one.intValue() == 1;
    }
}
