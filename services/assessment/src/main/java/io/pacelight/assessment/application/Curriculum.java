package io.pacelight.assessment.application;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;

/** What there is to learn, and which zone a school's clock runs in. */
public interface Curriculum {
    /** The district's own code for a code of its own or of another set that a crosswalk covers. */
    Optional<String> resolve(String district, String code);

    /** The zone of the first of the schools that is known, else of the district, else UTC. */
    ZoneId zone(String district, Collection<String> schools);

    /** Waits until everything that was told of the curriculum by now is known. */
    void awaitLatest();
}
