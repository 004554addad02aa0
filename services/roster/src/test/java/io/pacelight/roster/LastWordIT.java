package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.Envelope;
import io.pacelight.events.StudentChanged;
import io.pacelight.kit.state.EventPublisher;
import io.pacelight.kit.testing.Eventually;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A compacted topic keeps the last record of each key: that has to be the latest fact, whoever comes late. */
class LastWordIT {
    private static final String AT = "2022-01-10T06:00:00.000Z";

    @Test
    void where_an_older_fact_comes_late_the_latest_one_is_told_again_behind_it() {
        try (World world = new World().with(Packages.bulk())) {
            Envelope<?> ofTheClass = told(world, "|class|K2", ClassChanged.class);
            Envelope<?> ofTheStudent = told(world, "|" + world.student("U2"), StudentChanged.class);
            world.desk.upload(
                    Packages.delta(Map.of(
                                    "enrollments",
                                    "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n"
                                            + "E3,active," + AT + ",K2,S1,U2,student,false,2021-08-23,2021-12-17\n"
                                            + "E9,active," + AT + ",K2,S1,T1,teacher,true,,\n"))
                            .zip(),
                    false);
            long latestOfTheClass = world.told.sequences(ofTheClass).getLast();
            long latestOfTheStudent = world.told.sequences(ofTheStudent).getLast();
            assertThat(latestOfTheClass).isGreaterThan(ofTheClass.sequence());
            assertThat(latestOfTheStudent).isGreaterThan(ofTheStudent.sequence());

            RosterUnderTest.service().bean(EventPublisher.class).publish(List.of(ofTheClass, ofTheStudent));

            Eventually.holds(() -> {
                assertThat(world.told.sequences(ofTheClass)).endsWith(ofTheClass.sequence(), latestOfTheClass);
                assertThat(world.told.sequences(ofTheStudent)).endsWith(ofTheStudent.sequence(), latestOfTheStudent);
            });
        }
    }

    private static Envelope<?> told(World world, String key, Class<?> kind) {
        return world.told.all().stream()
                .filter(event ->
                        kind.isInstance(event.data()) && event.data().key().equals(world.district + key))
                .findFirst()
                .orElseThrow();
    }
}
