package io.pacelight.kit.mongo;

import io.pacelight.kit.state.Tally;
import java.util.List;
import java.util.TreeSet;
import org.bson.Document;

/** How a tally stands in its document. */
public final class TallyCodec implements StateCodec<Tally> {
    @Override
    public Document write(Tally state) {
        return new Document("seen", List.copyOf(state.seen())).append("told", state.told());
    }

    @Override
    public Tally read(String id, Document stored) {
        return new Tally(new TreeSet<>(stored.getList("seen", String.class)), stored.getInteger("told"));
    }
}
