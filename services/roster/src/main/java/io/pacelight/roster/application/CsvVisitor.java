package io.pacelight.roster.application;

import java.util.List;

/** Walks over one CSV file: first its header, then row by row. */
public interface CsvVisitor {
    void header(List<String> names);

    /** @param number counted from 1 below the header */
    void row(int number, List<String> fields);

    /** A row with more or fewer fields than the header; the problem is told already. */
    default void misshapen(int number, List<String> fields) {}
}
