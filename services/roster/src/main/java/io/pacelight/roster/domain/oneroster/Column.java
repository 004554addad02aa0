package io.pacelight.roster.domain.oneroster;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table: what it holds and whether it must be there.
 *
 * @param vocabulary the list of words allowed, for {@link Kind#WORD}
 * @param target the table a reference points to, for {@link Kind#REFERENCE} and {@link Kind#REFERENCES}
 */
public record Column(
        String name,
        Kind kind,
        boolean required,
        @Nullable Vocabulary vocabulary,
        @Nullable Table target) {

    /** What a cell of the column may hold. */
    public enum Kind {
        ID,
        TEXT,
        SECRET,
        STATUS,
        MODIFIED,
        WORD,
        FLAG,
        DATE,
        YEAR,
        GRADES,
        USER_IDS,
        REFERENCE,
        REFERENCES,
        OPTIONAL_FILE_REFERENCE
    }

    static Column text(String name) {
        return new Column(name, Kind.TEXT, false, null, null);
    }

    static Column of(String name, Kind kind) {
        return new Column(name, kind, false, null, null);
    }

    static Column word(String name, Vocabulary vocabulary) {
        return new Column(name, Kind.WORD, false, vocabulary, null);
    }

    static Column reference(String name, Table target) {
        return new Column(name, Kind.REFERENCE, false, null, target);
    }

    static Column references(String name, Table target) {
        return new Column(name, Kind.REFERENCES, false, null, target);
    }

    Column must() {
        return new Column(name, kind, true, vocabulary, target);
    }
}
