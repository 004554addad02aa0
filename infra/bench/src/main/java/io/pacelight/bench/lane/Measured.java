package io.pacelight.bench.lane;

import io.pacelight.bench.JvmThreads;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one run of a lane came to.
 *
 * @param attempts that were taken from the first poll to the last effect stored, told and committed
 * @param seconds by the clock on the wall
 * @param cpuSeconds of processor time that the whole JVM of the lane took meanwhile, broker and store in it included
 * @param residentMiB memory of that JVM at the end
 * @param notes what else is worth knowing
 */
public record Measured(
        String lane, long attempts, double seconds, double cpuSeconds, long residentMiB, Map<String, String> notes) {
    public Measured {
        notes = Map.copyOf(notes);
    }

    /** What is noted under a name; empty if nothing is. */
    public String note(String name) {
        return notes.getOrDefault(name, "");
    }

    /** The notes that say how it was set up, by name: all but whose threads took the time. */
    public SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>(notes);
        for (JvmThreads.Work work : JvmThreads.Work.values()) settings.remove(work.note());
        return settings;
    }

    public double perSecond() {
        return attempts / seconds;
    }

    public double cpuMicrosEach() {
        return cpuSeconds * 1e6 / attempts;
    }

    /** The same without what compilers, collectors, the store and the broker took: the service's own; none where that is not told. */
    public OptionalDouble ownMicrosEach() {
        double others = 0;
        for (JvmThreads.Work work : JvmThreads.Work.values()) {
            if (note(work.note()).isEmpty()) return OptionalDouble.empty();
            others += Double.parseDouble(note(work.note()));
        }
        return OptionalDouble.of(cpuMicrosEach() - others);
    }
}
