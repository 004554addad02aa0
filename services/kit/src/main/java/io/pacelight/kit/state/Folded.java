package io.pacelight.kit.state;

import java.util.List;

/**
 * What a batch came to.
 *
 * @param touched every document that an input named, as it is now stored, also where nothing was new to it
 * @param before the same documents in the same order, as they were stored when the inputs were folded into them
 * @param rejected inputs that the rules could not take; nothing of them was applied
 * @param absorbed inputs that changed their document: none that it had absorbed before
 * @param conflicts documents that another writer had changed meanwhile, so that they were folded again
 */
public record Folded<S>(
        List<StateDocument<S>> touched,
        List<StateDocument<S>> before,
        List<Rejected> rejected,
        int absorbed,
        int conflicts) {
    /** The cause of an input that failed, and why; the reason holds no values. */
    public record Rejected(String cause, String document, String reason) {}

    public Folded {
        touched = List.copyOf(touched);
        before = List.copyOf(before);
        rejected = List.copyOf(rejected);
    }
}
