package io.pacelight.progression.adapter.in.stream;

/** An event that can never be taken; its message says why and holds no values, since they may be personal. */
final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
        super(reason);
    }
}
