package io.pacelight.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the bench ran on. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final long GIBIBYTE = 1L << 30;

    private Machine() {}

    static Map<String, String> describe() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("processor", processor());
        machine.put("cores", Integer.toString(system.getAvailableProcessors()));
        machine.put("memory", system.getTotalMemorySize() / GIBIBYTE + " GiB");
        machine.put("system", system.getName() + " " + system.getVersion());
        machine.put("JVM", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        machine.put("load at the beginning", load());
        return machine;
    }

    /** Processes that wanted to run in the last minute, other work on the machine included. */
    static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        try {
            return Files.readAllLines(PROCESSORS).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
