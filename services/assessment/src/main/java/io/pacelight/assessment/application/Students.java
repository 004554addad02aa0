package io.pacelight.assessment.application;

import java.util.Collection;
import java.util.Map;

/** The students that roster has told of. Each call is one look-up, however many are asked for. */
public interface Students {
    Map<String, KnownStudent> byKey(String district, Collection<String> keys);

    Map<String, KnownStudent> bySourcedId(String district, Collection<String> sourcedIds);

    /** Waits, for a while, until everything that roster has told by now is known; false if it took too long. */
    boolean awaitRoster();
}
