package io.pacelight.intervention.application;

import io.pacelight.events.Envelope;
import io.pacelight.events.PacingTargetMissed;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.intervention.domain.WatchInput;
import io.pacelight.kit.state.Folded;
import io.pacelight.kit.state.Input;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lets due clocks strike, those of its own partitions only, and only after everything that was to be read at that
 * moment has been read: after an outage the backlog speaks first. One thread; two instances that both believe to own
 * a partition can't strike twice, since each strike is a write guarded by version.
 */
public final class Striker {
    static final int AT_ONCE = 2_000;
    /** How long a clock that could not be looked at is left alone, so that it neither stops the others nor fills a log. */
    static final Duration LATER = Duration.ofMinutes(5);

    private final Backlog backlog;
    private final Watches watches;
    private final StateFolder<StudentWatch, Told> folder;
    private final Consumer<List<Folded.Rejected>> failed;
    private final Consumer<Watches.Due> missed;
    private final UnaryOperator<Supplier<Folded<StudentWatch>>> strike;
    private final Map<String, Instant> putOff = new HashMap<>();
    private @Nullable Taken taken;

    /** What was there to read at {@code now}, and which partitions have not been read that far yet. */
    private record Taken(Instant now, Backlog.Mark mark, Set<Integer> waiting) {}

    /**
     * @param failed is told of the clocks that could not be looked at, each time they were tried
     * @param missed is told of each missed target, once what follows from it is stored and on Kafka
     * @param strike wraps each strike, so that what follows from it can be followed
     */
    public Striker(
            Backlog backlog,
            Watches watches,
            StateFolder<StudentWatch, Told> folder,
            Consumer<List<Folded.Rejected>> failed,
            Consumer<Watches.Due> missed,
            UnaryOperator<Supplier<Folded<StudentWatch>>> strike) {
        this.backlog = backlog;
        this.watches = watches;
        this.folder = folder;
        this.failed = failed;
        this.missed = missed;
        this.strike = strike;
    }

    /**
     * Looks once.
     *
     * @return how many students' clocks were looked at
     */
    public int turn(Instant now) {
        Taken mark = taken;
        if (mark == null) {
            Backlog.Mark ends = backlog.mark();
            mark = new Taken(now, ends, new HashSet<>(ends.partitions()));
            taken = mark;
        }
        Set<Integer> read = new HashSet<>(backlog.handledBeyond(mark.mark()));
        read.retainAll(mark.waiting());
        int struck = read.isEmpty() ? 0 : strike(mark.now(), read);
        mark.waiting().removeAll(read);
        mark.waiting().retainAll(backlog.owned());
        if (mark.waiting().isEmpty()) taken = null;
        return struck;
    }

    private int strike(Instant now, Set<Integer> partitions) {
        putOff.values().removeIf(until -> !until.isAfter(now));
        int struck = 0;
        while (true) {
            // as many more as were put off, so that those in front never hide the others
            List<Watches.Due> due = watches.due(now, partitions, backlog.partitions(), AT_ONCE + putOff.size()).stream()
                    .filter(one -> !putOff.containsKey(one.document()))
                    .limit(AT_ONCE)
                    .toList();
            if (due.isEmpty()) return struck;
            List<Input<Told>> inputs = due.stream()
                    .map(one -> new Input<>(
                            one.document(),
                            "time|" + one.document() + "|" + now,
                            null,
                            new Told(new WatchInput.TimePassed(now), now)))
                    .toList();
            Folded<StudentWatch> folded =
                    strike.apply(() -> folder.fold(inputs)).get();
            List<Folded.Rejected> rejected = folded.rejected();
            if (!rejected.isEmpty()) {
                for (Folded.Rejected one : rejected) putOff.put(one.document(), now.plus(LATER));
                failed.accept(rejected);
            }
            tell(folded, due);
            struck += due.size() - rejected.size();
            if (due.size() < AT_ONCE) return struck;
        }
    }

    private void tell(Folded<StudentWatch> folded, List<Watches.Due> due) {
        Map<String, Watches.Due> byDocument = new HashMap<>();
        for (Watches.Due one : due) byDocument.put(one.document(), one);
        for (StateDocument<StudentWatch> document : folded.touched())
            for (Envelope<?> event : document.pending())
                if (event.data() instanceof PacingTargetMissed) {
                    Watches.Due one = byDocument.remove(document.id());
                    if (one != null) missed.accept(one);
                }
    }
}
