package io.pacelight.progression.config;

import com.mongodb.client.MongoDatabase;
import io.pacelight.kit.config.KitProperties;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.observe.KitMeters;
import io.pacelight.kit.rebuild.CanonicalProjection;
import io.pacelight.kit.rebuild.Rebuild;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.Settling;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.state.StateFolder;
import io.pacelight.kit.stream.EventStream;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.progression.adapter.in.stream.RuleStream;
import io.pacelight.progression.adapter.in.stream.StudentStream;
import io.pacelight.progression.adapter.out.mongo.MasteryCodec;
import io.pacelight.progression.adapter.out.mongo.MongoMasteries;
import io.pacelight.progression.adapter.out.mongo.PolicyCodec;
import io.pacelight.progression.adapter.out.mongo.StudentCodec;
import io.pacelight.progression.adapter.out.reference.ReferenceRuleBook;
import io.pacelight.progression.application.AskCompetencies;
import io.pacelight.progression.application.ChangePolicy;
import io.pacelight.progression.application.CountStates;
import io.pacelight.progression.application.JudgeArrivals;
import io.pacelight.progression.application.JudgeInput;
import io.pacelight.progression.application.Masteries;
import io.pacelight.progression.application.MasteryMachine;
import io.pacelight.progression.application.RequestRejudgement;
import io.pacelight.progression.application.RuleBook;
import io.pacelight.progression.application.SetPolicy;
import io.pacelight.progression.application.StudentInput;
import io.pacelight.progression.application.StudentMachine;
import io.pacelight.progression.application.StudentState;
import io.pacelight.progression.domain.mastery.Mastery;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Three kinds of documents, two streams, three use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgressionProperties.class)
public class ProgressionConfiguration {
    private static final String STUDENT_FACTS = "studentFacts";

    @Bean
    CanonicalProjection projection() {
        return ProgressionProjection.CANONICAL;
    }

    @Bean
    MongoStateStore<Mastery> masteryStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "masteries", new MasteryCodec());
    }

    @Bean
    MongoStateStore<StudentState> studentStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "students", new StudentCodec());
    }

    @Bean
    MongoStateStore<SetPolicy> policyStore(MongoDatabase database) {
        return new MongoStateStore<>(database, "policies", new PolicyCodec());
    }

    @Bean
    StateFolder<Mastery, JudgeInput> masteryFolder(
            KitProperties kit, MongoStateStore<Mastery> masteryStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), masteryStore, new MasteryMachine(), publisher);
    }

    @Bean
    StateFolder<StudentState, StudentInput> studentFolder(
            KitProperties kit, MongoStateStore<StudentState> studentStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), studentStore, new StudentMachine(), publisher);
    }

    @Bean
    StateFolder<SetPolicy, SetPolicy> policyFolder(
            KitProperties kit, MongoStateStore<SetPolicy> policyStore, EventPublisher publisher) {
        return new StateFolder<>(kit.source(), policyStore, SetPolicy.MACHINE, publisher);
    }

    @Bean
    Masteries masteries(MongoStateStore<Mastery> masteryStore) {
        return new MongoMasteries(masteryStore);
    }

    @Bean
    RuleBook ruleBook(ReferenceBook book) {
        return new ReferenceRuleBook(book);
    }

    @Bean
    JudgeArrivals judgeArrivals(
            StateFolder<StudentState, StudentInput> studentFolder,
            MongoStateStore<StudentState> studentStore,
            StateFolder<Mastery, JudgeInput> masteryFolder,
            Masteries masteries,
            RuleBook ruleBook) {
        return new JudgeArrivals(studentFolder, studentStore, masteryFolder, masteries, ruleBook);
    }

    @Bean
    Rebuild.Step lookAtAll(JudgeArrivals judgeArrivals, SchoolClock clock) {
        return () -> judgeArrivals.lookAtAll(clock.now());
    }

    @Bean
    RequestRejudgement requestRejudgement(
            KitProperties kit,
            Masteries masteries,
            MongoStateStore<StudentState> studentStore,
            EventPublisher publisher) {
        return new RequestRejudgement(kit.source(), masteries, studentStore, publisher);
    }

    @Bean
    ChangePolicy changePolicy(
            StateFolder<SetPolicy, SetPolicy> policyFolder,
            Masteries masteries,
            MongoStateStore<StudentState> studentStore,
            RuleBook ruleBook) {
        return new ChangePolicy(policyFolder, masteries, studentStore, ruleBook);
    }

    @Bean
    AskCompetencies askCompetencies(
            Masteries masteries, MongoStateStore<StudentState> studentStore, RuleBook ruleBook) {
        return new AskCompetencies(masteries, studentStore, ruleBook);
    }

    @Bean
    CountStates countStates(Masteries masteries) {
        return new CountStates(masteries);
    }

    @Bean
    EventStream studentFacts(
            EventStreams streams,
            JudgeArrivals judging,
            ReferenceBook book,
            Rebuild rebuild,
            KitProperties kit,
            KitMeters meters) {
        return streams.open(
                STUDENT_FACTS,
                new StudentStream(
                        judging,
                        book,
                        kit.reference().topics(),
                        partition -> rebuild.remembers(STUDENT_FACTS, partition),
                        meters));
    }

    @Bean
    EventStream ruleFacts(
            EventStreams streams,
            RequestRejudgement rejudgement,
            ReferenceBook book,
            Rebuild rebuild,
            ProgressionProperties properties) {
        return streams.open(
                "ruleFacts",
                new RuleStream(rejudgement, book, Settling.of(properties.settling()), rebuild::stoodBefore));
    }
}
