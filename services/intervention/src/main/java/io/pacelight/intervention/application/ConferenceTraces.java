package io.pacelight.intervention.application;

import java.util.Collection;
import java.util.Map;

/** Under which trace a conference was called, if that is followed: a mail that tells of it links to it. */
public interface ConferenceTraces {
    /** @param traceparents W3C trace contexts by the conference's id */
    void keep(Map<String, String> traceparents);

    /** The contexts of those among {@code conferences} that have one. */
    Collection<String> of(Collection<String> conferences);
}
