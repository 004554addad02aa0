package io.pacelight.roster.application.job;

import io.pacelight.roster.application.apply.Tally;
import io.pacelight.roster.domain.report.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One upload of a OneRoster package and what became of it.
 *
 * @param version of the stored job, for guarded writes
 * @param confirmed the data desk has agreed to the enrolments that it ends
 * @param done and total rows of the present phase
 * @param endings schools where more enrolments end than go without asking
 */
public record ImportJob(
        String district,
        String id,
        long version,
        String fileName,
        long bytes,
        String by,
        boolean dryRun,
        boolean confirmed,
        ImportState state,
        String phase,
        int done,
        int total,
        int failures,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<FileReport> files,
        Map<String, Tally.Ending> endings,
        int errors,
        int warnings,
        Map<String, Integer> problemsByCode,
        List<Problem> problems) {
    public ImportJob {
        files = List.copyOf(files);
        endings = Map.copyOf(endings);
        problemsByCode = Map.copyOf(problemsByCode);
        problems = List.copyOf(problems);
    }

    /** What one file brought and what it changes. */
    public record FileReport(String file, String mode, int rows, Tally.Counts counts) {}

    /** A new upload, not looked at yet. */
    public static ImportJob queued(
            String district, String id, String fileName, long bytes, String by, boolean dryRun, Instant at) {
        return new ImportJob(
                district,
                id,
                0,
                fileName,
                bytes,
                by,
                dryRun,
                false,
                ImportState.QUEUED,
                "queued",
                0,
                0,
                0,
                at,
                null,
                null,
                List.of(),
                Map.of(),
                0,
                0,
                Map.of(),
                List.of());
    }

    /** The job moved on to another state. */
    public ImportJob in(ImportState next, String nextPhase, int newTotal) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                next,
                nextPhase,
                0,
                newTotal,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    public ImportJob started(Instant at) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                done,
                total,
                failures,
                createdAt,
                startedAt == null ? at : startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    public ImportJob finished(ImportState last, Instant at) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                last,
                "finished",
                total,
                total,
                failures,
                createdAt,
                startedAt,
                at,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    public ImportJob progressed(int newDone) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                Math.min(newDone, total),
                total,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    public ImportJob confirm() {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                true,
                ImportState.QUEUED,
                "queued",
                0,
                0,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    public ImportJob failedOnce() {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                done,
                total,
                failures + 1,
                createdAt,
                startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    /** It failed through no fault of the file. */
    public ImportJob broken(Instant at) {
        Problem fault = Problem.ofUpload(
                "fault",
                "The import failed on our side. What was taken over so far stays; uploading the same package again completes it.");
        return reporting(files, errors + 1, warnings, problemsByCode, List.of(fault))
                .finished(ImportState.FAILED, at);
    }

    public ImportJob reporting(
            List<FileReport> newFiles, int newErrors, int newWarnings, Map<String, Integer> byCode, List<Problem> all) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                done,
                total,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                newFiles,
                endings,
                newErrors,
                newWarnings,
                byCode,
                all);
    }

    public ImportJob planning(List<FileReport> newFiles, Map<String, Tally.Ending> newEndings) {
        return new ImportJob(
                district,
                id,
                version,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                done,
                total,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                newFiles,
                newEndings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }

    /** As stored under a version. */
    public ImportJob at(long newVersion) {
        return new ImportJob(
                district,
                id,
                newVersion,
                fileName,
                bytes,
                by,
                dryRun,
                confirmed,
                state,
                phase,
                done,
                total,
                failures,
                createdAt,
                startedAt,
                finishedAt,
                files,
                endings,
                errors,
                warnings,
                problemsByCode,
                problems);
    }
}
