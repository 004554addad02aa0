package io.pacelight.roster.adapter.in.csv;

import java.io.IOException;

/** Thrown while reading bytes that must not be read further; the message goes on after the file's name. */
public final class RefusedBytes extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public RefusedBytes(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
