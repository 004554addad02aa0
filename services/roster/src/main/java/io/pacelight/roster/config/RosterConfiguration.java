package io.pacelight.roster.config;

import com.mongodb.client.MongoDatabase;
import io.pacelight.events.AttendanceRecorded;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.mongo.StateCodec;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import io.pacelight.kit.security.AuditTrail;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.roster.adapter.in.web.CurriculumController;
import io.pacelight.roster.adapter.in.web.DataDesk;
import io.pacelight.roster.adapter.in.web.ImportsController;
import io.pacelight.roster.adapter.in.web.RowFilesController;
import io.pacelight.roster.adapter.in.web.StudentsController;
import io.pacelight.roster.adapter.in.work.ImportWorker;
import io.pacelight.roster.adapter.in.zip.ZipLimits;
import io.pacelight.roster.adapter.in.zip.ZipPackage;
import io.pacelight.roster.adapter.out.mongo.AttendanceCodec;
import io.pacelight.roster.adapter.out.mongo.ClassCodec;
import io.pacelight.roster.adapter.out.mongo.FactCodec;
import io.pacelight.roster.adapter.out.mongo.MongoImports;
import io.pacelight.roster.adapter.out.mongo.MongoKeyRing;
import io.pacelight.roster.adapter.out.mongo.MongoPages;
import io.pacelight.roster.adapter.out.mongo.PersonCodec;
import io.pacelight.roster.application.Records;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.StoredRoster;
import io.pacelight.roster.application.fold.At;
import io.pacelight.roster.application.fold.AttendanceMachine;
import io.pacelight.roster.application.fold.AttendanceMonth;
import io.pacelight.roster.application.fold.ClassMachine;
import io.pacelight.roster.application.fold.Fact;
import io.pacelight.roster.application.fold.FactChange;
import io.pacelight.roster.application.fold.FactMachine;
import io.pacelight.roster.application.fold.PersonMachine;
import io.pacelight.roster.application.job.Imports;
import io.pacelight.roster.application.job.RunImport;
import io.pacelight.roster.domain.people.ClassChange;
import io.pacelight.roster.domain.people.Person;
import io.pacelight.roster.domain.people.PersonChange;
import io.pacelight.roster.domain.people.SchoolClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of the roster service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RosterProperties.class)
public class RosterConfiguration {

    @Bean
    CanonicalProjection projection() {
        return RosterProjection.CANONICAL;
    }

    /** A folder and the store beneath it, one pair for each kind of document. */
    private record Kind<S, I>(MongoStateStore<S> store, StateFolder<S, I> folder, StateMachine<S, I> machine) {

        static <S, I> Kind<S, I> of(
                MongoDatabase database,
                String collection,
                StateCodec<S> codec,
                StateMachine<S, I> machine,
                KitProperties kit,
                EventPublisher publisher) {
            MongoStateStore<S> store = new MongoStateStore<>(database, collection, codec);
            return new Kind<>(store, new StateFolder<>(kit.source(), store, machine, publisher), machine);
        }

        Records<S, I> records() {
            return new Records<>(store, folder, machine, new MongoPages<>(store));
        }
    }

    /** All kinds of document. */
    record Kinds(
            Kind<Fact, At<FactChange>> facts,
            Kind<SchoolClass, At<ClassChange>> classes,
            Kind<Person, At<PersonChange>> people,
            Kind<AttendanceMonth, At<AttendanceRecorded>> attendance) {}

    @Bean
    Kinds kinds(MongoDatabase database, KitProperties kit, EventPublisher publisher) {
        return new Kinds(
                Kind.of(database, "facts", new FactCodec(), new FactMachine(), kit, publisher),
                Kind.of(database, "classes", new ClassCodec(), new ClassMachine(), kit, publisher),
                Kind.of(database, "people", new PersonCodec(), new PersonMachine(), kit, publisher),
                Kind.of(database, "attendance", new AttendanceCodec(), new AttendanceMachine(), kit, publisher));
    }

    @Bean
    StateFolder<Fact, At<FactChange>> factFolder(Kinds kinds) {
        return kinds.facts().folder();
    }

    @Bean
    StateFolder<SchoolClass, At<ClassChange>> classFolder(Kinds kinds) {
        return kinds.classes().folder();
    }

    @Bean
    StateFolder<Person, At<PersonChange>> personFolder(Kinds kinds) {
        return kinds.people().folder();
    }

    @Bean
    StateFolder<AttendanceMonth, At<AttendanceRecorded>> attendanceFolder(Kinds kinds) {
        return kinds.attendance().folder();
    }

    @Bean
    RosterRecords rosterRecords(Kinds kinds, MongoDatabase database) {
        return new RosterRecords(
                kinds.facts().records(),
                kinds.classes().records(),
                kinds.people().records(),
                kinds.attendance().records(),
                new MongoKeyRing(database));
    }

    @Bean
    Imports imports(MongoDatabase database) {
        return new MongoImports(database);
    }

    @Bean
    RunImport runImport(Imports imports, RosterRecords records, SchoolClock clock, RosterProperties properties) {
        ZipLimits limits = new ZipLimits(properties.zipEntries(), properties.zipBytes(), properties.zipRatio());
        return new RunImport(
                imports,
                records,
                path -> ZipPackage.open(path, limits),
                district -> new StoredRoster(records, district),
                clock::now,
                properties.zone());
    }

    @Bean
    ImportWorker importWorker(Imports imports, RunImport runner, SchoolClock clock) {
        return new ImportWorker(imports, runner, clock::now);
    }

    @Bean
    DataDesk dataDesk(Viewers viewers, RosterRecords records, SchoolClock clock) {
        return new DataDesk(viewers, records, clock);
    }

    @Bean
    ImportsController importsController(Imports imports, ImportWorker worker, DataDesk desk, SchoolClock clock) {
        return new ImportsController(imports, worker, desk, clock);
    }

    @Bean
    RowFilesController rowFilesController(DataDesk desk) {
        return new RowFilesController(desk);
    }

    @Bean
    CurriculumController curriculumController(DataDesk desk) {
        return new CurriculumController(desk);
    }

    @Bean
    StudentsController studentsController(
            RosterRecords records, Viewers viewers, AuditTrail audit, ReferenceBook book, SchoolClock clock) {
        return new StudentsController(records, viewers, audit, new SchoolZones(book), clock);
    }
}
