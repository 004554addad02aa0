package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.ClassFact;
import io.pacelight.roster.domain.people.SchoolClass;
import io.pacelight.roster.domain.people.Teaching;

/** A class with its teachers. */
public final class ClassCodec implements StateCodec<SchoolClass> {

    @Override
    public void write(FieldWriter out, SchoolClass schoolClass) {
        out.put("gone", schoolClass.withdrawn()).documentIfAny("fact", schoolClass.fact(), ClassCodec::write);
        Fields.pairs(out, "teachers", schoolClass.teachers(), ClassCodec::write);
    }

    private static void write(FieldWriter out, ClassFact fact) {
        out.put("title", fact.title())
                .put("course", fact.course())
                .put("school", fact.school())
                .put("type", fact.type());
        Fields.strings(out, "terms", fact.terms());
        Fields.strings(out, "periods", fact.periods());
        out.putAny("room", fact.room()).putAny("code", fact.code());
        Fields.strings(out, "grades", fact.grades());
        Fields.strings(out, "subjects", fact.subjects());
    }

    private static void write(FieldWriter out, Teaching teaching) {
        out.put("staff", teaching.staff())
                .put("primary", teaching.primary())
                .putAny("begin", Fields.text(teaching.begin()))
                .putAny("end", Fields.text(teaching.end()));
    }

    @Override
    public SchoolClass read(String id, StoredFields in) {
        StoredFields fact = in.documentOrNone("fact");
        return new SchoolClass(
                DocumentId.parse(id).key(),
                fact == null ? null : fact(fact),
                in.flag("gone", false),
                Fields.map(in, "teachers", ClassCodec::teaching));
    }

    private static ClassFact fact(StoredFields in) {
        return new ClassFact(
                in.string("title"),
                in.string("course"),
                in.string("school"),
                in.strings("terms"),
                in.strings("periods"),
                in.stringOrNone("room"),
                in.stringOrNone("code"),
                in.string("type"),
                in.strings("grades"),
                in.strings("subjects"));
    }

    private static Teaching teaching(StoredFields in) {
        return new Teaching(
                in.string("staff"), in.flag("primary", false), Fields.date(in, "begin"), Fields.date(in, "end"));
    }
}
