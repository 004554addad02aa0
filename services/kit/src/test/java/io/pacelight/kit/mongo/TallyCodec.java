package io.pacelight.kit.mongo;

import io.pacelight.kit.state.Tally;
import java.util.TreeSet;

/** How a tally stands in its document. */
public final class TallyCodec implements StateCodec<Tally> {
    @Override
    public void write(FieldWriter out, Tally state) {
        out.strings("seen", state.seen()).put("told", state.told());
    }

    @Override
    public Tally read(String id, StoredFields in) {
        return new Tally(new TreeSet<>(in.strings("seen")), in.integer("told"));
    }
}
