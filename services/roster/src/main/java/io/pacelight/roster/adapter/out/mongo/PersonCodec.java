package io.pacelight.roster.adapter.out.mongo;

import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.mongo.StoredFields;
import io.pacelight.kit.mongo.StoredRow;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.DemographicsFact;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.RoleFact;
import io.pacelight.roster.domain.people.UserFact;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A person with short field names, since there are many. */
public final class PersonCodec implements StateCodec<Person> {

    @Override
    public void write(FieldWriter out, Person person) {
        PersonKeys keys = person.keys();
        if (keys != null) {
            out.strings("keys", List.of(keys.student(), keys.staff(), keys.guardian()));
        }
        out.documentIfAny("user", person.user(), PersonCodec::write)
                .documentIfAny("demo", person.demographics(), PersonCodec::write);
        Fields.texts(out, "agents", person.agents());
        Fields.texts(out, "linked", person.linkedBy());
        Fields.pairs(out, "roles", person.roles(), PersonCodec::write);
        Fields.pairs(out, "enrol", person.enrolments(), PersonCodec::write);
        out.put("gone", person.withdrawn())
                .array(
                        "ever",
                        row -> row.add(person.everStudent())
                                .add(person.everStaff())
                                .add(person.everGuardian()));
    }

    private static void write(FieldWriter out, UserFact user) {
        out.put("on", user.enabled())
                .putAny("login", user.username())
                .putAny("given", user.givenName())
                .putAny("family", user.familyName())
                .putAny("middle", user.middleName())
                .putAny("prefGiven", user.preferredGivenName())
                .putAny("prefFamily", user.preferredFamilyName())
                .putAny("ident", user.identifier())
                .putAny("email", user.email())
                .putAny("phone", user.phone())
                .putAny("org", user.primaryOrg());
        Fields.strings(out, "grades", user.grades());
    }

    private static void write(FieldWriter out, DemographicsFact demographics) {
        out.putAny("born", Fields.text(demographics.birthDate())).putAny("sex", demographics.sex());
        Fields.strings(out, "marks", demographics.marks().stream().sorted().toList());
    }

    private static void write(FieldWriter out, RoleFact role) {
        out.put("role", role.role())
                .put("org", role.org())
                .put("primary", role.primary())
                .putAny("begin", Fields.text(role.begin()))
                .putAny("end", Fields.text(role.end()));
    }

    private static void write(FieldWriter out, EnrolmentFact enrolment) {
        out.put("class", enrolment.classId())
                .put("course", enrolment.course())
                .put("school", enrolment.school())
                .put("role", enrolment.role());
        if (enrolment.primary()) {
            out.put("primary", true);
        }
        out.putAny("begin", Fields.text(enrolment.begin())).putAny("end", Fields.text(enrolment.end()));
    }

    @Override
    public Person read(String id, StoredFields in) {
        PersonKeys keys = keys(in.strings("keys"));
        StoredFields user = in.documentOrNone("user");
        StoredFields demographics = in.documentOrNone("demo");
        SortedMap<String, String> agents = Fields.texts(in, "agents");
        SortedMap<String, String> linked = Fields.texts(in, "linked");
        SortedMap<String, RoleFact> roles = Fields.map(in, "roles", PersonCodec::role);
        SortedMap<String, EnrolmentFact> enrolments = Fields.map(in, "enrol", PersonCodec::enrolment);
        boolean gone = in.flag("gone", false);
        StoredRow ever = in.array("ever");
        return new Person(
                DocumentId.parse(id).key(),
                keys,
                user == null ? null : user(user),
                gone,
                agents,
                linked,
                roles,
                enrolments,
                demographics == null ? null : demographics(demographics),
                ever.hasNext() && ever.flag(),
                ever.hasNext() && ever.flag(),
                ever.hasNext() && ever.flag());
    }

    private static @Nullable PersonKeys keys(List<String> keys) {
        return keys.isEmpty() ? null : new PersonKeys(keys.get(0), keys.get(1), keys.get(2));
    }

    private static UserFact user(StoredFields in) {
        return new UserFact(
                in.flag("on", false),
                in.stringOrNone("login"),
                Objects.requireNonNullElse(in.stringOrNone("given"), ""),
                Objects.requireNonNullElse(in.stringOrNone("family"), ""),
                in.stringOrNone("middle"),
                in.stringOrNone("prefGiven"),
                in.stringOrNone("prefFamily"),
                in.stringOrNone("ident"),
                in.stringOrNone("email"),
                in.stringOrNone("phone"),
                in.stringOrNone("org"),
                in.strings("grades"));
    }

    private static RoleFact role(StoredFields in) {
        return new RoleFact(
                in.string("role"),
                in.string("org"),
                in.flag("primary", false),
                Fields.date(in, "begin"),
                Fields.date(in, "end"));
    }

    private static EnrolmentFact enrolment(StoredFields in) {
        return new EnrolmentFact(
                in.string("class"),
                in.string("course"),
                in.string("school"),
                in.string("role"),
                in.flag("primary", false),
                Fields.date(in, "begin"),
                Fields.date(in, "end"));
    }

    private static DemographicsFact demographics(StoredFields in) {
        return new DemographicsFact(Fields.date(in, "born"), in.stringOrNone("sex"), Set.copyOf(in.strings("marks")));
    }
}
