package io.pacelight.roster.adapter.out.mongo;

import static io.pacelight.roster.adapter.out.mongo.Fields.put;

import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.DemographicsFact;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.RoleFact;
import io.pacelight.roster.domain.people.UserFact;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A person with short field names, since there are many. */
public final class PersonCodec implements StateCodec<Person> {

    @Override
    public Document write(Person person) {
        Document stored = new Document();
        PersonKeys keys = person.keys();
        if (keys != null) {
            stored.append("keys", List.of(keys.student(), keys.staff(), keys.guardian()));
        }
        UserFact user = person.user();
        if (user != null) {
            stored.append("user", write(user));
        }
        DemographicsFact demographics = person.demographics();
        if (demographics != null) {
            Document written = new Document();
            put(written, "born", demographics.birthDate());
            put(written, "sex", demographics.sex());
            put(written, "marks", demographics.marks().stream().sorted().toList());
            stored.append("demo", written);
        }
        put(stored, "agents", Fields.pairs(person.agents(), key -> key));
        put(stored, "linked", Fields.pairs(person.linkedBy(), key -> key));
        put(stored, "roles", Fields.pairs(person.roles(), PersonCodec::write));
        put(stored, "enrol", Fields.pairs(person.enrolments(), PersonCodec::write));
        return stored.append("gone", person.withdrawn())
                .append("ever", List.of(person.everStudent(), person.everStaff(), person.everGuardian()));
    }

    private static Document write(UserFact user) {
        Document stored = new Document("on", user.enabled());
        put(stored, "login", user.username());
        put(stored, "given", user.givenName());
        put(stored, "family", user.familyName());
        put(stored, "middle", user.middleName());
        put(stored, "prefGiven", user.preferredGivenName());
        put(stored, "prefFamily", user.preferredFamilyName());
        put(stored, "ident", user.identifier());
        put(stored, "email", user.email());
        put(stored, "phone", user.phone());
        put(stored, "org", user.primaryOrg());
        return put(stored, "grades", user.grades());
    }

    private static Document write(RoleFact role) {
        Document stored =
                new Document("role", role.role()).append("org", role.org()).append("primary", role.primary());
        put(stored, "begin", role.begin());
        return put(stored, "end", role.end());
    }

    private static Document write(EnrolmentFact enrolment) {
        Document stored = new Document("class", enrolment.classId())
                .append("course", enrolment.course())
                .append("school", enrolment.school())
                .append("role", enrolment.role());
        if (enrolment.primary()) {
            stored.append("primary", true);
        }
        put(stored, "begin", enrolment.begin());
        return put(stored, "end", enrolment.end());
    }

    @Override
    public Person read(String id, Document stored) {
        List<Boolean> ever = stored.getList("ever", Boolean.class, List.of(false, false, false));
        return new Person(
                DocumentId.parse(id).key(),
                keys(stored),
                user(stored.get("user", Document.class)),
                stored.getBoolean("gone", false),
                Fields.map(stored, "agents", pair -> pair.getString("v")),
                Fields.map(stored, "linked", pair -> pair.getString("v")),
                Fields.map(stored, "roles", pair -> role(Fields.part(pair))),
                Fields.map(stored, "enrol", pair -> enrolment(Fields.part(pair))),
                demographics(stored.get("demo", Document.class)),
                ever.get(0),
                ever.get(1),
                ever.get(2));
    }

    private static @Nullable PersonKeys keys(Document stored) {
        List<String> keys = Fields.strings(stored, "keys");
        return keys.isEmpty() ? null : new PersonKeys(keys.get(0), keys.get(1), keys.get(2));
    }

    private static @Nullable UserFact user(@Nullable Document stored) {
        return stored == null
                ? null
                : new UserFact(
                        stored.getBoolean("on", false),
                        stored.getString("login"),
                        stored.get("given", ""),
                        stored.get("family", ""),
                        stored.getString("middle"),
                        stored.getString("prefGiven"),
                        stored.getString("prefFamily"),
                        stored.getString("ident"),
                        stored.getString("email"),
                        stored.getString("phone"),
                        stored.getString("org"),
                        Fields.strings(stored, "grades"));
    }

    private static RoleFact role(Document stored) {
        return new RoleFact(
                stored.getString("role"),
                stored.getString("org"),
                stored.getBoolean("primary", false),
                Fields.date(stored, "begin"),
                Fields.date(stored, "end"));
    }

    private static EnrolmentFact enrolment(Document stored) {
        return new EnrolmentFact(
                stored.getString("class"),
                stored.getString("course"),
                stored.getString("school"),
                stored.getString("role"),
                stored.getBoolean("primary", false),
                Fields.date(stored, "begin"),
                Fields.date(stored, "end"));
    }

    private static @Nullable DemographicsFact demographics(@Nullable Document stored) {
        return stored == null
                ? null
                : new DemographicsFact(
                        Fields.date(stored, "born"),
                        stored.getString("sex"),
                        Set.copyOf(Fields.strings(stored, "marks")));
    }
}
