package io.pacelight.kit.state;

/** How far a document has come with one source: inputs of it up to {@code sequence} are absorbed. */
public record Mark(String source, long sequence) {}
