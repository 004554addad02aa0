package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.reference.SchoolZones;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.fold.DocumentId;
import io.pacelight.roster.domain.people.EnrolmentFact;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonKeys;
import io.pacelight.roster.domain.people.UserFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds the key of a student by the number that the student information system gave. */
@RestController
@RequestMapping("/api/roster/v1/students")
public class StudentsController {
    private final RosterRecords records;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final SchoolZones zones;
    private final SchoolClock clock;

    public StudentsController(
            RosterRecords records, Viewers viewers, AuditTrail audit, SchoolZones zones, SchoolClock clock) {
        this.records = records;
        this.viewers = viewers;
        this.audit = audit;
        this.zones = zones;
        this.clock = clock;
    }

    /** A student; {@code id} is the issued key that all other services know. */
    public record StudentView(
            String id,
            String sourcedId,
            String givenName,
            String familyName,
            List<String> grades,
            List<String> schools,
            List<String> classes,
            int guardians,
            boolean active) {}

    @GetMapping
    StudentView find(@RequestParam String sourcedId) {
        Viewer viewer = viewers.current();
        OutsideScope outside = new OutsideScope("the student");
        if (sourcedId.isBlank() || sourcedId.indexOf('|') >= 0) {
            throw outside;
        }
        Person person = records.people()
                .find(DocumentId.of(viewer.district(), sourcedId))
                .filter(Person::everStudent)
                .orElseThrow(() -> outside);
        PersonKeys keys = person.keys();
        UserFact user = person.user();
        List<String> classes = person.enrolments().values().stream()
                .filter(EnrolmentFact::isStudent)
                .map(EnrolmentFact::classId)
                .distinct()
                .sorted()
                .toList();
        List<String> schools = List.copyOf(person.schoolsAsStudent());
        if (keys == null || user == null || !sees(viewer, keys.student(), person)) {
            throw outside;
        }
        audit.read(viewer, keys.student(), "roster");
        return new StudentView(
                keys.student(),
                sourcedId,
                user.shownGivenName(),
                user.shownFamilyName(),
                user.grades(),
                schools,
                classes,
                person.guardianKeys().size(),
                person.isStudent());
    }

    /** Whoever has left a class or a school is no longer its teachers' and leaders' to see; between terms all count. */
    private boolean sees(Viewer viewer, String key, Person person) {
        List<EnrolmentFact> all = person.enrolments().values().stream()
                .filter(EnrolmentFact::isStudent)
                .toList();
        Instant now = clock.now();
        List<EnrolmentFact> today = all.stream()
                .filter(e -> e.on(LocalDate.ofInstant(now, zones.of(viewer.district(), e.school()))))
                .toList();
        return viewer.scope()
                .seesStudent(
                        key,
                        today.stream().map(EnrolmentFact::classId).toList(),
                        (today.isEmpty() ? all : today)
                                .stream().map(EnrolmentFact::school).toList());
    }
}
