package io.pacelight.roster.application;

import io.pacelight.roster.domain.people.PersonKeys;
import java.util.Collection;
import java.util.Map;

/** The random keys issued for people; the only place where a key and a sourcedId stand together. */
public interface KeyRing {
    /** The keys of those who have some. */
    Map<String, PersonKeys> find(String district, Collection<String> sourcedIds);

    /** The keys of all of them, issued now where there are none yet. */
    Map<String, PersonKeys> issue(String district, Collection<String> sourcedIds);

    /** Who has these student keys: key to sourcedId. */
    Map<String, String> sourcedIdsOfStudents(String district, Collection<String> studentKeys);
}
