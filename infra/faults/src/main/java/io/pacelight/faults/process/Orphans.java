package io.pacelight.faults.process;

/** Ends a JVM of the suite when the suite is gone, however it went. */
final class Orphans {
    /** Environment variable that holds the process id of the suite. */
    static final String PARENT = "PACELIGHT_FAULTS_PARENT";

    private Orphans() {}

    static void endWithParent() {
        String parent = System.getenv(PARENT);
        if (parent == null) return;
        ProcessHandle.of(Long.parseLong(parent))
                .ifPresentOrElse(Orphans::endWith, () -> Runtime.getRuntime().halt(1));
    }

    private static void endWith(ProcessHandle parent) {
        var _ = parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
