package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.application.People;
import io.pacelight.reporting.application.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** People by key and by the name they sign in with. */
public final class MongoPeople implements People {
    private final MongoStateStore<Person> store;

    public MongoPeople(MongoStateStore<Person> store) {
        this.store = store;
        store.collection().createIndex(Indexes.ascending(PersonCodec.USERNAME));
    }

    @Override
    public Map<String, Person> named(String district, Collection<String> keys) {
        if (keys.isEmpty()) return Map.of();
        Map<String, Person> people = new HashMap<>();
        store.load(keys.stream().map(key -> Keys.of(district, key)).toList())
                .values()
                .forEach(document -> people.put(document.state().key(), document.state()));
        return people;
    }

    @Override
    public List<Person> withUsername(String district, String username) {
        if (username.isEmpty() || username.indexOf('|') >= 0) return List.of();
        List<Person> found = new ArrayList<>();
        for (StateDocument<Person> document : store.find(eq(PersonCodec.USERNAME, Keys.of(district, username))))
            found.add(document.state());
        return found;
    }
}
