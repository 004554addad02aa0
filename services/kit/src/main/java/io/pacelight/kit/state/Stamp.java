package io.pacelight.kit.state;

/**
 * Which write a document was last stored by. A writer has told everything that its writes up to some number listed as
 * pending; so whether a document still has something to tell follows from its stamp, and no document has to be
 * written a second time when its events have arrived.
 *
 * @param writer name of a writer, nobody else's
 * @param number ascends with each write of that writer, from 1
 */
public record Stamp(String writer, long number) {}
