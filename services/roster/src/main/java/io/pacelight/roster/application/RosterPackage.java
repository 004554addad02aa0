package io.pacelight.roster.application;

import io.pacelight.roster.domain.report.Problem;
import java.util.List;
import java.util.Set;

/** The CSV files of an uploaded OneRoster package, each of which can be read any number of times. */
public interface RosterPackage extends AutoCloseable {
    /** What is wrong with the container itself; with an error among them no file may be read. */
    List<Problem> problems();

    /** Names of the csv files at the root. */
    Set<String> files();

    CsvText file(String name);

    @Override
    void close();
}
