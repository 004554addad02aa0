package io.pacelight.reporting.application;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The only place in reporting that knows names; everything else holds keys and asks here when it is read. */
public interface People {
    /** The known ones among the keys. */
    Map<String, Person> named(String district, Collection<String> keys);

    Optional<Person> withUsername(String district, String username);
}
