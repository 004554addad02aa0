package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Topics in the code are those of {@code topics.yaml}, and their partitions fit together. */
class TopicsContractTest {
    private static final int BUCKETS = 64;

    @Test
    void the_constants_are_the_plan() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : Topics.class.getFields()) if (field.get(null) instanceof String topic) constants.add(topic);

        assertThat(constants).doesNotHaveDuplicates();
        assertThat(TopicPlans.all().stream().map(TopicPlans.Plan::name).toList())
                .containsExactlyInAnyOrderElementsOf(constants);
    }

    @Test
    void every_topic_but_two_carries_events_of_the_catalogue() {
        Set<String> silent =
                TopicPlans.all().stream().map(TopicPlans.Plan::name).collect(Collectors.toCollection(TreeSet::new));
        EventCatalogue.entries().forEach(entry -> silent.remove(entry.topic()));

        assertThat(silent).containsExactly(Topics.QUARANTINE, Topics.REPORTING_CHANGES);
    }

    @Test
    void every_partition_count_divides_the_buckets() {
        assertThat(TopicPlans.all())
                .isNotEmpty()
                .allSatisfy(plan ->
                        assertThat(BUCKETS % plan.partitions()).as(plan.name()).isZero());
    }

    @Test
    void topics_of_student_events_have_equal_partition_counts() {
        Map<String, Integer> partitions =
                TopicPlans.all().stream().collect(Collectors.toMap(TopicPlans.Plan::name, TopicPlans.Plan::partitions));

        assertThat(EventCatalogue.entries().stream()
                        .filter(entry -> StudentEvent.class.isAssignableFrom(entry.record()))
                        .map(entry -> partitions.get(entry.topic()))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void only_the_latest_state_of_reference_topics_and_students_is_kept_by_key() {
        assertThat(TopicPlans.all().stream()
                        .filter(plan -> plan.cleanup().equals("compact"))
                        .map(TopicPlans.Plan::name))
                .containsExactlyInAnyOrder(
                        Topics.REFERENCE, Topics.PEOPLE, Topics.CURRICULUM, Topics.POLICIES, Topics.STUDENTS);
    }

    @Test
    void no_two_types_of_one_compacted_topic_share_a_key() {
        Set<String> compacted = TopicPlans.all().stream()
                .filter(plan -> plan.cleanup().equals("compact"))
                .map(TopicPlans.Plan::name)
                .collect(Collectors.toSet());

        assertThat(EventCatalogue.entries().stream()
                        .filter(entry -> compacted.contains(entry.topic()))
                        .map(entry -> entry.topic() + " " + KeyTemplates.of(entry)))
                .doesNotHaveDuplicates();
    }
}
