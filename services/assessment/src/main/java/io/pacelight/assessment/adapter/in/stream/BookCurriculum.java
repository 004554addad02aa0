package io.pacelight.assessment.adapter.in.stream;

import io.pacelight.assessment.application.Curriculum;
import io.pacelight.events.CodeCrosswalked;
import io.pacelight.events.CompetencyChanged;
import io.pacelight.events.Keys;
import io.pacelight.events.Topics;
import io.pacelight.kit.reference.ReferenceBook;
import io.pacelight.kit.reference.SchoolZones;
import io.pacelight.kit.stream.ReadBarrier;
import io.pacelight.kit.stream.Received;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The curriculum as the reference book has it. */
public final class BookCurriculum implements Curriculum {
    private final ReferenceBook book;
    private final SchoolZones zones;
    private final ReadBarrier barrier;

    public BookCurriculum(ReferenceBook book, ReadBarrier barrier) {
        this.book = book;
        this.zones = new SchoolZones(book);
        this.barrier = barrier;
    }

    @Override
    public Optional<String> resolve(String district, String code) {
        if (code.indexOf('|') >= 0) return Optional.empty();
        return book.find(CompetencyChanged.class, Keys.of(district, "competency", code))
                .filter(CompetencyChanged::active)
                .map(CompetencyChanged::competency)
                .or(() -> book.find(CodeCrosswalked.class, Keys.of(district, "crosswalk", code))
                        .map(CodeCrosswalked::competency));
    }

    @Override
    public ZoneId zone(String district, Collection<String> schools) {
        return zones.of(district, schools);
    }

    @Override
    public void awaitLatest() {
        barrier.ends(List.of(Topics.CURRICULUM)).forEach((partition, end) -> {
            if (end > 0) book.awaitRead(new Received.Place(partition.topic(), partition.partition(), end - 1));
        });
    }
}
