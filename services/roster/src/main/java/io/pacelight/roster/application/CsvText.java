package io.pacelight.roster.application;

import io.pacelight.roster.domain.report.Problem;
import java.util.function.Consumer;

/** One CSV text that can be walked over row by row, in bounded memory. */
public interface CsvText {
    /** The name that problems call it by. */
    String name();

    /**
     * Walks over the text once.
     *
     * @param problems takes what is wrong with the text as such: encoding, quotes, numbers of fields
     * @return whether it could be read to its end
     */
    boolean read(CsvVisitor visitor, Consumer<Problem> problems);
}
