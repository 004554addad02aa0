package io.pacelight.dashboard.adapter.in.relay;

import java.net.URI;
import java.util.Map;

/** Where the services are that can be reached through this origin, by name. */
public record ServiceAddresses(Map<String, URI> byName) {

    public ServiceAddresses {
        byName = Map.copyOf(byName);
    }

    URI of(String service) {
        URI base = byName.get(service);
        if (base == null) {
            throw new IllegalArgumentException("No address is known for the service " + service + ".");
        }
        return base;
    }
}
