package io.pacelight.kit.stream;

import java.util.List;
import java.util.Map;

/** Takes the readable events of one poll, in the order of each partition. When it returns, they are done for good. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * @return events that can never be taken, by place, with the reason (which holds no values): they are quarantined
     * @throws RuntimeException if something outside failed; the whole poll comes again
     */
    Map<Received.Place, String> handle(List<Received> events);
}
