package io.pacelight.roster.adapter.out.mongo;

import static io.pacelight.roster.adapter.out.mongo.Fields.put;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.ClassFact;
import io.pacelight.roster.domain.people.SchoolClass;
import io.pacelight.roster.domain.people.Teaching;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A class with its teachers. */
public final class ClassCodec implements StateCodec<SchoolClass> {

    @Override
    public Document write(SchoolClass schoolClass) {
        Document stored = new Document("gone", schoolClass.withdrawn());
        ClassFact fact = schoolClass.fact();
        if (fact != null) {
            Document written = new Document("title", fact.title())
                    .append("course", fact.course())
                    .append("school", fact.school())
                    .append("type", fact.type());
            put(written, "terms", fact.terms());
            put(written, "periods", fact.periods());
            put(written, "room", fact.room());
            put(written, "code", fact.code());
            put(written, "grades", fact.grades());
            put(written, "subjects", fact.subjects());
            stored.append("fact", written);
        }
        return put(stored, "teachers", Fields.pairs(schoolClass.teachers(), ClassCodec::write));
    }

    private static Document write(Teaching teaching) {
        Document stored = new Document("staff", teaching.staff()).append("primary", teaching.primary());
        put(stored, "begin", teaching.begin());
        return put(stored, "end", teaching.end());
    }

    @Override
    public SchoolClass read(String id, Document stored) {
        return new SchoolClass(
                DocumentId.parse(id).key(),
                fact(stored.get("fact", Document.class)),
                stored.getBoolean("gone", false),
                Fields.map(stored, "teachers", pair -> teaching(Fields.part(pair))));
    }

    private static @Nullable ClassFact fact(@Nullable Document stored) {
        return stored == null
                ? null
                : new ClassFact(
                        stored.getString("title"),
                        stored.getString("course"),
                        stored.getString("school"),
                        Fields.strings(stored, "terms"),
                        Fields.strings(stored, "periods"),
                        stored.getString("room"),
                        stored.getString("code"),
                        stored.getString("type"),
                        Fields.strings(stored, "grades"),
                        Fields.strings(stored, "subjects"));
    }

    private static Teaching teaching(Document stored) {
        return new Teaching(
                stored.getString("staff"),
                stored.getBoolean("primary", false),
                Fields.date(stored, "begin"),
                Fields.date(stored, "end"));
    }
}
