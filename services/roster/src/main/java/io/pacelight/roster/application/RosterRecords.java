package io.pacelight.roster.application;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.AttendanceMonth;
import io.pacelight.roster.application.fold.Fact;
import io.pacelight.roster.application.fold.FactChange;
import io.pacelight.roster.domain.people.ClassChange;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonChange;
import io.pacelight.roster.domain.people.SchoolClass;

/** All that the roster stores. */
public record RosterRecords(
        Records<Fact, At<FactChange>> facts,
        Records<SchoolClass, At<ClassChange>> classes,
        Records<Person, At<PersonChange>> people,
        Records<AttendanceMonth, At<AttendanceRecorded>> attendance,
        KeyRing keys) {}
