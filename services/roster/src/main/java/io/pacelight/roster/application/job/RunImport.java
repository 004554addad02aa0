package io.pacelight.roster.application.job;

import io.pacelight.roster.application.CheckPackage;
import io.pacelight.roster.application.CheckedPackage;
import io.pacelight.roster.application.RosterPackage;
import io.pacelight.roster.application.RosterRecords;
import io.pacelight.roster.application.StoredIds;
import io.pacelight.roster.application.apply.ApplyPackage;
import io.pacelight.roster.application.apply.Run;
import io.pacelight.roster.application.apply.Tally;
import io.pacelight.roster.domain.oneroster.PackageIndex;
import io.pacelight.roster.domain.oneroster.Table;
import io.pacelight.roster.domain.report.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does one import from its upload to its end. Interrupted anywhere, it can be run again from the start: what is
 * stored already is found unchanged.
 */
public final class RunImport {
    /** What share of a school's enrolments may end without asking, in percent. */
    public static final int ENDING_PERCENT = 5;

    private static final int KEPT_PROBLEMS = 1_000;

    /** Thrown when somebody else has taken the job over or cancelled it. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("the import was taken over or cancelled");
        }
    }

    private final Imports imports;
    private final RosterRecords records;
    private final Function<Path, RosterPackage> opener;
    private final Function<String, StoredIds> stored;
    private final Supplier<Instant> clock;
    private final ZoneId zone;

    /** @param stored answers for a district what is stored */
    public RunImport(
            Imports imports,
            RosterRecords records,
            Function<Path, RosterPackage> opener,
            Function<String, StoredIds> stored,
            Supplier<Instant> clock,
            ZoneId zone) {
        this.imports = imports;
        this.records = records;
        this.opener = opener;
        this.stored = stored;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param owner holds the district's lane meanwhile */
    public void run(ImportJob job, String owner) throws IOException {
        Path file = Files.createTempFile("oneroster-", ".zip");
        try {
            imports.unpack(job, file);
            try (RosterPackage files = opener.apply(file)) {
                ImportJob last = new Work(owner, job, files).run();
                if (last.state() != ImportState.WAITING_FOR_CONFIRMATION) {
                    imports.dropUpload(last);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One job while it is being done. */
    private final class Work {
        private final String owner;
        private final RosterPackage files;
        private ImportJob job;
        private int done;
        private long toldAt = System.nanoTime();

        private Work(String owner, ImportJob job, RosterPackage files) {
            this.owner = owner;
            this.job = job;
            this.files = files;
        }

        private ImportJob run() {
            save(job.started(clock.get()).in(ImportState.CHECKING, "check", 0));
            CheckedPackage checked = new CheckPackage(stored.apply(job.district()), KEPT_PROBLEMS).check(files);
            Problems problems = checked.problems();
            job = job.reporting(
                    reports(checked, Map.of()),
                    problems.errorCount(),
                    problems.warningCount(),
                    problems.countByCode(),
                    problems.kept());
            if (!checked.isValid() || checked.index().isEmpty()) {
                return save(job.finished(ImportState.REFUSED, clock.get()));
            }
            return apply(checked, checked.index().get());
        }

        private ImportJob apply(CheckedPackage checked, PackageIndex index) {
            int rows =
                    checked.rows().values().stream().mapToInt(Integer::intValue).sum();
            save(job.in(ImportState.CHECKING, "compare", rows));
            Tally tally = pass(checked, index, false);
            Map<String, Tally.Ending> over = new TreeMap<>();
            tally.endings().forEach((school, ending) -> {
                if (ending.isOver(ENDING_PERCENT)) {
                    over.put(school, ending);
                }
            });
            job = job.planning(reports(checked, tally.counts()), over);
            if (job.dryRun()) {
                return save(job.finished(ImportState.DONE, clock.get()));
            }
            if (!over.isEmpty() && !job.confirmed()) {
                return save(job.in(ImportState.WAITING_FOR_CONFIRMATION, "confirm", 0));
            }
            if (tally.changesAnything()) {
                save(job.in(ImportState.APPLYING, "apply", rows));
                pass(checked, index, true);
            }
            return save(job.finished(ImportState.DONE, clock.get()));
        }

        private Tally pass(CheckedPackage checked, PackageIndex index, boolean forGood) {
            done = 0;
            Instant at = clock.get();
            LocalDate today = LocalDate.ofInstant(at, zone);
            Tally tally = new Tally(today);
            Run run = new Run(
                    files,
                    index,
                    records,
                    forGood,
                    job.district(),
                    job.id(),
                    at,
                    today,
                    zone.getId(),
                    tally,
                    new AtomicInteger(),
                    this::progressed);
            ApplyPackage.run(run, checked.rows());
            return tally;
        }

        private void progressed(int more) {
            done += more;
            if (System.nanoTime() - toldAt > 500_000_000L) {
                toldAt = System.nanoTime();
                if (!imports.hold(job.district(), owner)) {
                    throw new Superseded();
                }
                save(job.progressed(done));
            }
        }

        private ImportJob save(ImportJob next) {
            job = imports.save(next).orElseThrow(Superseded::new);
            return job;
        }

        private List<ImportJob.FileReport> reports(CheckedPackage checked, Map<Table, Tally.Counts> counts) {
            List<ImportJob.FileReport> reports = new ArrayList<>();
            for (Table table : Table.values()) {
                Integer rows = checked.rows().get(table);
                if (rows != null && checked.index().isPresent()) {
                    reports.add(new ImportJob.FileReport(
                            table.file(),
                            checked.index().get().manifest().mode(table).name().toLowerCase(Locale.ROOT),
                            rows,
                            counts.getOrDefault(table, Tally.Counts.NONE)));
                }
            }
            return reports;
        }
    }
}
