package io.pacelight.kit.stream;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record as it came, nothing read yet. */
@SuppressWarnings("ArrayRecordComponent") // bytes as they came, compared by nobody
record RawRecord(Received.Place place, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {}
