package io.pacelight.reporting.adapter.out.mongo;

import static io.pacelight.reporting.adapter.out.mongo.Fields.put;

import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.reporting.application.Person;
import org.bson.Document;

/** How a person stands in the document; {@code username} is indexed. */
public final class PersonCodec implements StateCodec<Person> {
    static final String USERNAME = "username";

    @Override
    public Document write(Person person) {
        Document document = new Document("y", person.key())
                .append("k", person.kind())
                .append("g", person.givenName())
                .append("f", person.familyName())
                .append("a", person.active())
                .append("q", person.sequence());
        put(document, "u", person.username());
        return document;
    }

    @Override
    public Person read(String id, Document stored) {
        return new Person(
                stored.getString("y"),
                stored.getString("k"),
                stored.getString("u"),
                stored.getString("g"),
                stored.getString("f"),
                stored.getBoolean("a"),
                stored.getLong("q"));
    }

    @Override
    public Document indexed(String id, Person person) {
        Document indexed = new Document();
        if (person.active()
                && person.username() != null
                && person.username().indexOf('|') < 0
                && !person.username().isEmpty())
            indexed.append(USERNAME, Keys.of(id.substring(0, id.indexOf('|')), person.username()));
        return indexed;
    }
}
