package io.pacelight.kit.web;

import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.security.Viewers;
import io.pacelight.kit.stream.EventStreams;
import io.pacelight.kit.stream.QuarantineShelf;
import io.pacelight.kit.stream.QuarantinedRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The data desk's view of what a service set aside: list it, and have it taken once more. */
@RestController
@RequestMapping("/api/${pacelight.service}/v1/quarantine")
public class QuarantineController {
    /** A record in quarantine, without its value. */
    public record Row(String id, String topic, int partition, long offset, String reason, Instant at) {}

    /** A page of the district's records; {@code next} goes into {@code after} to read on. */
    public record Page(List<Row> records, @Nullable String next) {}

    /**
     * How a replay ended.
     *
     * @param taken whether the record has left quarantine. An event that a newer one of its document has overtaken
     *     is taken too and changes nothing, since documents only go forward
     */
    public record Replay(String id, boolean taken, @Nullable String reason) {}

    private static final int PAGE = 100;

    private final QuarantineShelf shelf;
    private final Viewers viewers;
    private final EventStreams streams;

    public QuarantineController(QuarantineShelf shelf, Viewers viewers, EventStreams streams) {
        this.shelf = shelf;
        this.viewers = viewers;
        this.streams = streams;
    }

    @GetMapping
    Page list(@RequestParam(required = false) @Nullable String after) {
        String district = deskDistrict();
        List<QuarantinedRecord> page = shelf.waiting(district, after, PAGE);
        List<Row> rows = page.stream()
                .map(r -> new Row(r.id(), r.topic(), r.partition(), r.offset(), r.reason(), r.at()))
                .toList();
        return new Page(rows, page.size() < PAGE ? null : page.getLast().id());
    }

    @PostMapping("/{id}/replay")
    Replay replay(@PathVariable String id) {
        String district = deskDistrict();
        QuarantinedRecord record = shelf.find(id)
                .filter(found -> found.concerns(district))
                .orElseThrow(() -> new OutsideScope("This record"));
        return streams.reading(record.topic())
                .orElseThrow(() -> Refused.conflict("No stream of this service reads " + record.topic()))
                .replay(record, Instant.now())
                .map(reason -> new Replay(id, false, reason))
                .orElseGet(() -> new Replay(id, true, null));
    }

    private String deskDistrict() {
        Viewer viewer = viewers.current();
        if (!viewer.dataDesk()) throw new OutsideScope("Quarantine");
        return viewer.district();
    }
}
