package io.pacelight.intervention.application;

import io.pacelight.intervention.domain.StudentWatch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The watches of all students, found by what they hold. */
public interface Watches {
    /** A watch and the version it was stored under. */
    record Stored(StudentWatch watch, long version) {}

    @Nullable
    Stored find(String district, String student);

    /** Watches with a conference that waits in one of the classes. */
    List<Stored> waitingIn(String district, Collection<String> classes);

    /** How many conferences a teacher has held since {@code since}, which is less than a day ago. */
    int heldSince(String district, String staff, Instant since, Instant now);

    /** Tells the keys of all students who are, were or will be in one of the classes, some thousands at a time. */
    void studentsIn(String district, Collection<String> classes, Consumer<List<String>> some);

    /**
     * A document with something due.
     *
     * @param at when it became due, in school time
     * @param savedAt when the document was written last, by the wall clock: before that, nobody knew of it
     */
    record Due(String document, Instant at, Instant savedAt) {}

    /** What is due at {@code now} among those whose partition, of {@code partitions}, is one of {@code own}. */
    List<Due> due(Instant now, Collection<Integer> own, int partitions, int limit);

    /** How many documents, of all partitions, have something due at {@code now}. */
    long countDue(Instant now);
}
