package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.reporting.application.Person;

/** How a person stands in the document; {@code username} is indexed. */
public final class PersonCodec implements StateCodec<Person> {
    static final String USERNAME = "username";

    @Override
    public void write(FieldWriter out, Person person) {
        out.put("y", person.key())
                .put("k", person.kind())
                .put("g", person.givenName())
                .put("f", person.familyName())
                .put("a", person.active())
                .put("q", person.sequence())
                .putAny("u", person.username());
    }

    @Override
    public Person read(String id, StoredFields in) {
        return new Person(
                in.string("y"),
                in.string("k"),
                in.stringOrNone("u"),
                in.string("g"),
                in.string("f"),
                in.flag("a"),
                in.number("q"));
    }

    @Override
    public void index(FieldWriter out, String id, Person person) {
        if (person.active()
                && person.username() != null
                && person.username().indexOf('|') < 0
                && !person.username().isEmpty())
            out.put(USERNAME, Keys.of(id.substring(0, id.indexOf('|')), person.username()));
    }
}
