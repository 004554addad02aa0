package io.pacelight.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids that are stored and compared for ever: the literals here must never change. */
class EventIdsTest {
    @Test
    void the_same_name_has_the_same_id_for_ever() {
        assertThat(EventIds.named("riverbend|stu_7hq2mdz4kx|cls-math7-2|plan:7.RP.A.2|1"))
                .isEqualTo("b99bb940-ab33-5837-a1fd-3334855efa02");
        assertThat(EventIds.of("unit1-essay-10482", AttemptRecorded.TYPE, "riverbend|stu_7hq2mdz4kx", 0))
                .isEqualTo("16070990-f86b-59d3-a4f5-d8dbd21fe69b");
        assertThat(EventIds.of("unit1-essay-10482", AttemptRecorded.TYPE, "riverbend|stu_7hq2mdz4kx", 1))
                .isEqualTo("824c36f4-b49e-5a68-bbb2-80c081b1daa4");
        assertThat(EventIds.named("Maëlle 学校")).isEqualTo("f1e5ccd6-c3e3-5b98-ad25-46ed13479a0a");
    }

    @Test
    void an_id_is_a_name_based_uuid_by_sha_1() {
        UUID id = UUID.fromString(EventIds.named("riverbend"));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void one_cause_leads_to_many_events_with_ids_of_their_own() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> EventIds.of("cause", "type", "subject", i)))
                .doesNotHaveDuplicates();
        assertThat(EventIds.of("a", "b", "c", 1))
                .isNotEqualTo(EventIds.of("b", "a", "c", 1))
                .isNotEqualTo(EventIds.of("a", "bc", "", 1));
    }
}
