package io.pacelight.dashboard.application;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One part of a page: there, or missing because its service could not answer. A page with a missing part is still a page; only a part
 * that is not the caller’s to see, or a caller who is signed out, ends it.
 */
public sealed interface Part<T> {

    /** The part is there. */
    record Ready<T>(T value) implements Part<T> {}

    /** The service did not answer. */
    record Missing<T>(String service, String detail) implements Part<T> {}

    /** Asks, and turns “unavailable” into a missing part; every other refusal goes on to the caller. */
    static <T> Part<T> of(Supplier<T> question) {
        try {
            return new Ready<>(question.get());
        } catch (Refusal refusal) {
            if (refusal.reason() == Refusal.Reason.UNAVAILABLE) {
                return new Missing<>(refusal.service(), refusal.detail());
            }
            throw refusal;
        }
    }

    /** The value, or null: for templates that show a part or its absence. */
    default @Nullable T orNull() {
        return switch (this) {
            case Ready<T> ready -> ready.value();
            case Missing<T> missing -> null;
        };
    }

    default boolean ready() {
        return this instanceof Ready<T>;
    }

    /** The value where the page is nothing without it; a refusal else. */
    default T required() {
        return switch (this) {
            case Ready<T> ready -> ready.value();
            case Missing<T> missing ->
                throw new Refusal(Refusal.Reason.UNAVAILABLE, missing.service(), missing.detail());
        };
    }
}
