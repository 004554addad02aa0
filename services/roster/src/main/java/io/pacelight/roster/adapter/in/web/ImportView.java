package io.pacelight.roster.adapter.in.web;

import io.pacelight.roster.application.job.ImportJob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An import as it is answered; in a dry run the counts say what would happen. */
public record ImportView(
        String id,
        String state,
        boolean dryRun,
        String fileName,
        long bytes,
        String by,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Progress progress,
        List<FileView> files,
        List<EndingView> needsConfirmation,
        int errors,
        int warnings,
        Map<String, Integer> problemsByCode,
        List<ProblemRow> problems) {

    /** How far the present phase has come, in rows. */
    public record Progress(String phase, int done, int total) {}

    /** What one file brought, and how many things it creates, updates, removes or leaves as they were. */
    public record FileView(String file, String mode, int rows, int created, int updated, int removed, int unchanged) {}

    /** A school at which more enrolments end than go without asking. */
    public record EndingView(String school, int before, int ended) {}

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state().name(),
                job.dryRun(),
                job.fileName(),
                job.bytes(),
                job.by(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                new Progress(job.phase(), job.done(), job.total()),
                job.files().stream()
                        .map(report -> new FileView(
                                report.file(),
                                report.mode(),
                                report.rows(),
                                report.counts().created(),
                                report.counts().updated(),
                                report.counts().removed(),
                                report.counts().unchanged()))
                        .toList(),
                job.endings().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(ending -> new EndingView(
                                ending.getKey(),
                                ending.getValue().before(),
                                ending.getValue().ended()))
                        .toList(),
                job.errors(),
                job.warnings(),
                job.problemsByCode(),
                ProblemRow.of(job.problems()));
    }
}
