package io.pacelight.bench.lane;

import com.sun.management.OperatingSystemMXBean;
import io.pacelight.bench.Fork;
import io.pacelight.bench.JvmThreads;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** Wall clock and processor time of this JVM since it was started. */
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long began = System.nanoTime();
    private final JvmThreads threadsBefore = JvmThreads.own();
    private final long cpuBefore = SYSTEM.getProcessCpuTime();

    Measured stop(String lane, long attempts, Map<String, String> notes) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e9;
        long resident = Fork.Memory.own().resident();
        Map<String, String> all = new HashMap<>(notes);
        all.putAll(JvmThreads.own().notesSince(threadsBefore, attempts));
        return new Measured(lane, attempts, seconds, cpu, resident, all);
    }
}
