package io.pacelight.roster.application;

import io.pacelight.roster.domain.oneroster.Table;
import java.util.Set;

/** Answers which sourcedIds of a district are stored and current. */
public interface StoredIds {
    /** Those of the ids that are stored. */
    Set<String> known(Table table, Set<String> ids);

    /** A store with nothing in it. */
    StoredIds NONE = (table, ids) -> Set.of();
}
