package io.pacelight.reporting.application;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Nobody has a name. */
public class NoPeople implements People {
    @Override
    public Map<String, Person> named(String district, Collection<String> keys) {
        return Map.of();
    }

    @Override
    public List<Person> withUsername(String district, String username) {
        return List.of();
    }
}
