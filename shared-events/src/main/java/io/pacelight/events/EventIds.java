package io.pacelight.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Ids that follow from what they name, so that doing something again gives the same id again. */
public final class EventIds {
    /** Namespace of all Pacelight ids: the UUIDv5 of {@code pacelight.io} in the DNS namespace. */
    private static final UUID NAMESPACE =
            UuidCreator.getNameBasedSha1(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "pacelight.io");

    private EventIds() {}

    /** The id of the event of one type that one cause led to at one place in the sequence of its subject. */
    public static String of(String cause, String type, String subject, long sequence) {
        return named(cause + '\n' + type + '\n' + subject + '\n' + sequence);
    }

    /** A UUIDv5 of any name. */
    public static String named(String name) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, name).toString();
    }
}
