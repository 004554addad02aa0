package io.pacelight.intervention.adapter.out.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.intervention.domain.Busy;
import io.pacelight.intervention.domain.Conference;
import io.pacelight.intervention.domain.StudentWatch;
import io.pacelight.kit.mongo.FieldWriter;
import io.pacelight.kit.mongo.StoredFields;
import org.junit.jupiter.api.Test;

class WatchCodecTest {
    private final WatchCodec codec = new WatchCodec();

    @Test
    void a_watch_comes_back_as_it_was_stored() {
        long seed = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            StudentWatch watch = Busy.student(seed + i, 4, 6);
            assertThat(codec.read("d1|stu_1", stored(watch)))
                    .as("seed %s", seed + i)
                    .isEqualTo(watch);
        }
        StudentWatch fresh = StudentWatch.of("d1", "stu_9");
        assertThat(codec.read("d1|stu_9", stored(fresh))).isEqualTo(fresh);
    }

    @Test
    void it_is_found_by_what_is_due_and_by_its_classes() {
        StudentWatch watch = Busy.student(7, 2, 6);
        StoredFields fields = indexed("d1|stu_1", watch);

        assertThat(fields.integer("bucket"))
                .isEqualTo(WatchCodec.bucket("d1|stu_1"))
                .isBetween(0, 63);
        assertThat(fields.strings("classes")).containsExactly("d1|class-0", "d1|class-1");
        assertThat(fields.strings("open"))
                .containsExactlyElementsOf(watch.conferences().stream()
                        .filter(conference -> conference.state().isOpen())
                        .map(Conference::classId)
                        .distinct()
                        .sorted()
                        .map(classId -> "d1|" + classId)
                        .toList());
        assertThat(indexed("d1|stu_9", StudentWatch.of("d1", "stu_9")).has("due"))
                .isFalse();
    }

    @Test
    void a_full_schedule_without_any_success_stays_small() {
        assertThat(written(Busy.student(1, 8, 25))).hasSizeLessThan(56_000);
    }

    private byte[] written(StudentWatch watch) {
        return FieldWriter.document(out -> codec.write(out, watch));
    }

    private StoredFields stored(StudentWatch watch) {
        return StoredFields.of(written(watch));
    }

    private StoredFields indexed(String id, StudentWatch watch) {
        return StoredFields.of(FieldWriter.document(out -> codec.index(out, id, watch)));
    }
}
