package io.pacelight.assessment.application;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Files of attempts, kept whole until they are done, so that any instance can go on after a crash. */
public interface Batches {
    /** Keeps the body and then marks the batch as waiting to be run; false if this batch is known already. */
    boolean receive(Batch batch, InputStream body) throws IOException;

    Optional<Batch> find(String district, String id);

    /** Takes a batch that nobody is working at, for as long as the lease is renewed by {@link #progress}. */
    Optional<Batch> claim(String worker, Duration lease);

    InputStream open(Batch batch);

    /** Forgets uploads that began before then and broke off, with what had come of them. */
    void clearUploads(Instant startedBefore);

    /** Keeps what was done so far; false if the batch was taken over by another worker meanwhile. */
    boolean progress(Batch batch, String worker, Duration lease);
}
