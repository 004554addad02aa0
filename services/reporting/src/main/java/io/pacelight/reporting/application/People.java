package io.pacelight.reporting.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The only place in reporting that knows names; everything else holds keys and asks here when it is read. */
public interface People {
    /** The known ones among the keys. */
    Map<String, Person> named(String district, Collection<String> keys);

    /** Active people who sign in by that name; one who plays several parts has a key for each. */
    List<Person> withUsername(String district, String username);
}
