package io.pacelight.kit.rebuild;

import com.mongodb.client.MongoDatabase;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.Positions;
import io.pacelight.kit.stream.Received;
import io.pacelight.kit.time.SchoolClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Builds a database that is empty again out of the topics, whether the operator named a new one or dropped the old one.
 *
 * <p>It is a rebuild if the database holds nothing although the service has told something already, or its group has
 * read something already; also where only the collections were dropped, and the mark of a whole database was left. Then, before anything else starts, the groups begin anew, and what the service has told is
 * given back to its documents from its own topics: those facts hold and are not decided again. Afterwards the bindings
 * read everything else from the beginning. Until a partition has been read up to where the topics ended at the start,
 * its records are only {@linkplain #remembers remembered}: they go into the state and nothing follows from them, since
 * what followed was told long ago. While the rebuild is {@linkplain #underway underway} no clock strikes and no mail
 * goes out. When everything is read, the {@linkplain Step steps} decide what was never told, and it is over.
 *
 * <p>All instances know this by one document in the database, so any of them may stop and start meanwhile.
 */
public final class Rebuild implements SmartLifecycle {
    /** What is left to do once everything is read: deciding what a lost instance had not come to. Must bear repeats. */
    @FunctionalInterface
    public interface Step {
        void run();
    }

    /** How the bindings of a service read: the name of each, its topics and its group. */
    public record Binding(String name, Set<String> topics, String group) {
        public Binding {
            topics = Set.copyOf(topics);
        }
    }

    /** Before the reference facts, the bindings and the web server. */
    private static final int PHASE = -100;

    private static final Duration TURN = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final MongoDatabase database;
    private final RebuildMark marks;
    private final @Nullable CanonicalProjection projection;
    private final List<Binding> bindings;
    private final Set<String> ownTopics;
    private final Supplier<RebuildSource> sources;
    private final Supplier<List<StateFolder<?, ?>>> folders;
    private final Supplier<List<Step>> steps;
    private final Positions positions;
    private final SchoolClock clock;
    private volatile RebuildMark.@Nullable Mark mark;
    private volatile @Nullable RebuildSource source;
    private volatile @Nullable ScheduledExecutorService timer;

    /**
     * @param projection what of the database is built out of topics; none of it where there is none
     * @param ownTopics those of the topics the service writes to that are kept, so that what it told can be read again
     * @param admin settings of an admin client
     * @param reader settings of a consumer of bytes without a group
     */
    public static Rebuild of(
            MongoDatabase database,
            @Nullable CanonicalProjection projection,
            List<Binding> bindings,
            Set<String> ownTopics,
            Map<String, Object> admin,
            Map<String, Object> reader,
            Supplier<List<StateFolder<?, ?>>> folders,
            Supplier<List<Step>> steps,
            Positions positions,
            SchoolClock clock) {
        return new Rebuild(
                database,
                projection,
                bindings,
                ownTopics,
                () -> new RebuildSource(Admin.create(admin), () -> new KafkaConsumer<byte[], byte[]>(reader)),
                folders,
                steps,
                positions,
                clock);
    }

    private Rebuild(
            MongoDatabase database,
            @Nullable CanonicalProjection projection,
            List<Binding> bindings,
            Set<String> ownTopics,
            Supplier<RebuildSource> sources,
            Supplier<List<StateFolder<?, ?>>> folders,
            Supplier<List<Step>> steps,
            Positions positions,
            SchoolClock clock) {
        this.database = database;
        this.marks = new RebuildMark(database);
        this.projection = projection;
        this.bindings = List.copyOf(bindings);
        this.ownTopics = Set.copyOf(ownTopics);
        this.sources = sources;
        this.folders = folders;
        this.steps = steps;
        this.positions = positions;
        this.clock = clock;
    }

    /** Whether clocks and mails have to hold back. */
    public boolean underway() {
        RebuildMark.Mark now = mark;
        return now != null && now.underway();
    }

    /** School time at which the last rebuild was over: what was due before then was done before it. None if there was none. */
    public @Nullable Instant over() {
        RebuildMark.Mark now = mark;
        return now == null ? null : now.over();
    }

    /**
     * Whether records of a partition are only to be remembered: some topic of the binding is not yet read up to where
     * it ended when the rebuild began. It changes between polls only, and what is remembered last is decided by the
     * {@link Step steps}.
     */
    public boolean remembers(String binding, int partition) {
        RebuildMark.Mark now = mark;
        if (now == null || !now.underway()) return false;
        Map<TopicPartition, Long> handled = positions.owned(binding);
        for (Binding one : bindings) {
            if (!one.name().equals(binding)) continue;
            for (String topic : one.topics()) {
                TopicPartition at = new TopicPartition(topic, partition);
                Long end = now.ends().get(at);
                if (end != null && end > 0 && handled.getOrDefault(at, 0L) < end) return true;
            }
        }
        return false;
    }

    /** Whether a record stood on its topic already when the rebuild began. */
    public boolean stoodBefore(Received.Place place) {
        RebuildMark.Mark now = mark;
        return now != null
                && now.underway()
                && place.offset() < now.ends().getOrDefault(new TopicPartition(place.topic(), place.partition()), 0L);
    }

    @Override
    public void start() {
        if (projection == null || projection.collections().isEmpty()) return;
        RebuildMark.Mark known = marks.read();
        if (known != null && !known.underway() && !isEmpty()) {
            mark = known;
            return;
        }
        RebuildSource topics = sources.get();
        source = topics;
        RebuildMark.Mark now = known != null && known.underway() ? known : begin(topics, known);
        mark = now;
        if (!now.underway()) {
            release();
            return;
        }
        long recalled = recall(topics, now);
        LOG.atInfo().addKeyValue("recalled", recalled).log("the database is being built again from the topics");
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("rebuild-", 0).factory());
        var _ = started.scheduleWithFixedDelay(this::turn, TURN.toMillis(), TURN.toMillis(), TimeUnit.MILLISECONDS);
        timer = started;
    }

    /** @param known what the mark said so far, if there is one: that the database is whole */
    private RebuildMark.Mark begin(RebuildSource topics, RebuildMark.@Nullable Mark known) {
        if (!isEmpty()) return marks.set(false, Map.of());
        Set<String> read = new HashSet<>(ownTopics);
        for (Binding binding : bindings) read.addAll(binding.topics());
        Map<TopicPartition, Long> begins = topics.begins(read);
        Map<TopicPartition, Long> ends = topics.ends(read);
        boolean told = ends.entrySet().stream()
                .anyMatch(end -> ownTopics.contains(end.getKey().topic())
                        && end.getValue() > begins.getOrDefault(end.getKey(), 0L));
        if (!told && bindings.stream().noneMatch(binding -> topics.knows(binding.group())))
            return known != null ? known : marks.set(false, Map.of());
        for (Binding binding : bindings) {
            Map<TopicPartition, Long> own = new HashMap<>(begins);
            own.keySet().removeIf(partition -> !binding.topics().contains(partition.topic()));
            // that it has read and stored nothing may be as it must be, while others run: nobody has told of anything
            if (known != null && !told && !topics.rewind(binding.group(), own)) {
                RebuildMark.Mark now = marks.read();
                if (now != null && now.underway()) return now;
                LOG.atWarn()
                        .addKeyValue("group", binding.group())
                        .log("the database is empty although its group has read something; if its collections were"
                                + " dropped, stop all instances and start again");
                return known;
            }
            RebuildMark.Mark other = rewind(topics, binding.group(), own, known);
            if (other != null) return other;
        }
        return known == null ? marks.set(true, ends) : marks.again(known, ends);
    }

    /** Rewinds the group; what another instance has marked meanwhile, if it was first. */
    private RebuildMark.@Nullable Mark rewind(
            RebuildSource topics, String group, Map<TopicPartition, Long> begins, RebuildMark.@Nullable Mark known) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!topics.rewind(group, begins)) {
            RebuildMark.Mark other = marks.read();
            if (other != null && !other.equals(known)) return other;
            if (System.nanoTime() > giveUp)
                throw new IllegalStateException("The database is empty, but instances of group " + group
                        + " still run on what they know of the old one. Stop them all, then start again.");
            try {
                Thread.sleep(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before the rebuild began", e);
            }
        }
        return null;
    }

    private boolean isEmpty() {
        return projection == null
                || projection.collections().stream()
                        .allMatch(collection ->
                                database.getCollection(collection).find().first() == null);
    }

    private long recall(RebuildSource topics, RebuildMark.Mark now) {
        List<StateFolder<?, ?>> all = folders.get();
        long[] recalled = {0};
        topics.read(ownTopics, now.ends(), events -> {
            for (StateFolder<?, ?> folder : all) folder.recall(events);
            recalled[0] += events.size();
        });
        return recalled[0];
    }

    private void turn() {
        try {
            RebuildMark.Mark now = marks.read();
            if (now != null && now.underway() && isRead(now)) {
                for (Step step : steps.get()) step.run();
                marks.over(clock.now());
                now = marks.read();
                LOG.atInfo().log("the database is built again");
            }
            if (now != null && !now.underway()) {
                mark = now;
                release();
            }
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("error", e.getClass().getSimpleName()).log("the rebuild goes on soon");
        }
    }

    private boolean isRead(RebuildMark.Mark now) {
        RebuildSource topics = source;
        if (topics == null) return false;
        for (Binding binding : bindings) {
            Map<TopicPartition, Long> ends = new HashMap<>(now.ends());
            ends.keySet().removeIf(partition -> !binding.topics().contains(partition.topic()));
            if (!topics.hasRead(binding.group(), ends)) return false;
        }
        return true;
    }

    private void release() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) running.shutdown();
        RebuildSource topics = source;
        source = null;
        if (topics != null) topics.close();
    }

    @Override
    public void stop() {
        release();
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
