package io.pacelight.roster.application.apply;

import io.pacelight.kit.state.Input;
import io.pacelight.roster.application.CheckPackage;
import io.pacelight.roster.application.Records;
import io.pacelight.roster.application.RosterPackage;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.TableRows;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.domain.oneroster.Manifest;
import io.pacelight.roster.domain.oneroster.Mode;
import io.pacelight.roster.domain.oneroster.PackageIndex;
import io.pacelight.roster.domain.oneroster.Row;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.oneroster.Version;
import io.pacelight.roster.domain.people.PersonKeys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One run over a checked package, on trial or for good.
 *
 * @param forGood write and tell; otherwise only count
 * @param importId the cause of all events that follow, together with the number of the batch
 * @param today the first day of a role that still counts
 * @param zone the time zone of organisations that name none
 * @param batches counts the batches begun, so that a document that is in several gets events with different ids
 * @param progress told after each batch how many rows were done with
 */
public record Run(
        RosterPackage files,
        PackageIndex index,
        RosterRecords records,
        boolean forGood,
        String district,
        String importId,
        Instant at,
        LocalDate today,
        String zone,
        Tally tally,
        AtomicInteger batches,
        Consumer<Integer> progress) {
    static final int BATCH = 1_000;

    Manifest manifest() {
        return index.manifest();
    }

    Version version() {
        return manifest().version();
    }

    Mode mode(Table table) {
        if (table == Table.ROLES && version() == Version.V1_1) {
            return manifest().mode(Table.USERS);
        }
        return manifest().mode(table);
    }

    boolean isWhole(Table table) {
        return mode(table) == Mode.BULK;
    }

    boolean reads(Table table) {
        return CheckPackage.tablesToRead(manifest(), files).contains(table);
    }

    /** Hands on each row of the table, if the package has it; a row marked tobedeleted in a bulk file is left out. */
    void rows(Table table, Consumer<Row> taker) {
        if (reads(table)) {
            boolean whole = isWhole(table);
            TableRows.read(files, table, version(), row -> {
                if (!whole || !isDeleted(row)) {
                    taker.accept(row);
                }
            });
        }
    }

    static boolean isDeleted(Row row) {
        return row.get("status").equals("tobedeleted");
    }

    /** Does (or tries) the inputs in batches that keep memory and round trips bounded. */
    <S, C> void take(Records<S, At<C>> kind, List<Input<At<C>>> inputs, Consumer<Records.Outcome<S>> outcome) {
        for (int from = 0; from < inputs.size(); from += BATCH) {
            List<Input<At<C>>> batch = inputs.subList(from, Math.min(inputs.size(), from + BATCH));
            if (forGood) {
                kind.fold(batch);
            } else {
                kind.trial(batch).forEach(outcome);
            }
            progress.accept(batch.size());
        }
    }

    /** Keys of all these people; on trial those without get a stand-in. */
    Map<String, PersonKeys> keys(Collection<String> sourcedIds) {
        if (forGood) {
            return records.keys().issue(district, sourcedIds);
        }
        Map<String, PersonKeys> keys = new HashMap<>(records.keys().find(district, sourcedIds));
        sourcedIds.forEach(id -> keys.computeIfAbsent(id, i -> new PersonKeys("stu_new", "stf_new", "gdn_new")));
        return keys;
    }

    /** Collects inputs and takes them whenever a batch is full. */
    <S, C> Batch<S, C> batch(Records<S, At<C>> kind, Consumer<Records.Outcome<S>> outcome) {
        return new Batch<>(this, kind, outcome);
    }

    /** Inputs on their way. */
    static final class Batch<S, C> {
        private final Run run;
        private final Records<S, At<C>> kind;
        private final Consumer<Records.Outcome<S>> outcome;
        private final String cause;
        private final List<Input<At<C>>> inputs = new ArrayList<>();

        private Batch(Run run, Records<S, At<C>> kind, Consumer<Records.Outcome<S>> outcome) {
            this.run = run;
            this.kind = kind;
            this.outcome = outcome;
            this.cause = run.importId() + "#" + run.batches().incrementAndGet();
        }

        /** A document may be added once to one batch. */
        void add(String document, C change) {
            inputs.add(new Input<>(document, cause, null, new At<>(change, run.at())));
            if (inputs.size() >= BATCH) {
                flush();
            }
        }

        void flush() {
            run.take(kind, List.copyOf(inputs), outcome);
            inputs.clear();
        }
    }
}
