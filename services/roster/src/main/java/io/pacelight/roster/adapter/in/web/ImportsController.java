package io.pacelight.roster.adapter.in.web;

import io.pacelight.kit.security.OutsideScope;
import io.pacelight.kit.security.Viewer;
import io.pacelight.kit.time.SchoolClock;
import io.pacelight.kit.web.Refused;
import io.pacelight.roster.adapter.in.work.ImportWorker;
import io.pacelight.roster.application.job.ImportJob;
import io.pacelight.roster.application.job.ImportState;
import io.pacelight.roster.application.job.Imports;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** OneRoster packages: uploaded, watched, confirmed. */
@RestController
@RequestMapping("/api/roster/v1/imports")
public class ImportsController {
    private static final int LISTED = 100;

    private final Imports imports;
    private final ImportWorker worker;
    private final DataDesk desk;
    private final SchoolClock clock;

    public ImportsController(Imports imports, ImportWorker worker, DataDesk desk, SchoolClock clock) {
        this.imports = imports;
        this.worker = worker;
        this.desk = desk;
        this.clock = clock;
    }

    /** Takes a package in; what becomes of it is read from its own address. */
    @ApiResponse(responseCode = "202", description = "Taken in; its address is in the Location header")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportView> upload(
            @RequestPart("file") MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        Viewer viewer = desk.viewer();
        ImportJob job = ImportJob.queued(
                viewer.district(),
                UUID.randomUUID().toString(),
                nameOf(file.getOriginalFilename()),
                file.getSize(),
                viewer.username(),
                dryRun,
                clock.now());
        try (InputStream upload = file.getInputStream()) {
            job = imports.create(job, upload);
        }
        worker.ring();
        return ResponseEntity.accepted()
                .location(URI.create("/api/roster/v1/imports/" + job.id()))
                .body(ImportView.of(job));
    }

    private static String nameOf(@Nullable String given) {
        String name = given == null || given.isBlank() ? "upload.zip" : given;
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    @GetMapping
    List<ImportView> list() {
        return imports.list(desk.viewer().district(), LISTED).stream()
                .map(ImportView::of)
                .toList();
    }

    @GetMapping("/{id}")
    ImportView get(@PathVariable String id) {
        return ImportView.of(find(id));
    }

    /** Goes on with an import that ends many enrolments. */
    @PostMapping("/{id}/confirm")
    ImportView confirm(@PathVariable String id) {
        ImportView confirmed = change(id, "confirmed", ImportJob::confirm);
        worker.ring();
        return confirmed;
    }

    /** Gives up an import that waits for confirmation. */
    @PostMapping("/{id}/cancel")
    ImportView cancel(@PathVariable String id) {
        ImportView cancelled = change(id, "cancelled", job -> job.finished(ImportState.CANCELLED, clock.now()));
        imports.dropUpload(find(id));
        return cancelled;
    }

    private ImportView change(String id, String what, UnaryOperator<ImportJob> change) {
        ImportJob job = find(id);
        if (job.state() != ImportState.WAITING_FOR_CONFIRMATION) {
            throw Refused.conflict(
                    "The import is %s; only one that waits for confirmation can be %s".formatted(job.state(), what));
        }
        return imports.save(change.apply(job))
                .map(ImportView::of)
                .orElseThrow(() -> Refused.conflict("The import has changed meanwhile; look at it again"));
    }

    private ImportJob find(String id) {
        String district = desk.viewer().district();
        if (id.isEmpty() || id.indexOf('|') >= 0) {
            throw new OutsideScope("the import");
        }
        return imports.find(district, id).orElseThrow(() -> new OutsideScope("the import"));
    }
}
