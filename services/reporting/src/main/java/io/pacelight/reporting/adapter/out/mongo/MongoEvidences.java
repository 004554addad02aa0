package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.events.Keys;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.kit.state.StateStore;
import io.pacelight.reporting.application.Evidences;
import io.pacelight.reporting.domain.EvidenceState;
import java.util.List;

/** The students' evidence by id. */
public final class MongoEvidences implements Evidences {
    private final StateStore<EvidenceState> store;

    public MongoEvidences(StateStore<EvidenceState> store) {
        this.store = store;
    }

    @Override
    public EvidenceState of(String district, String student) {
        String id = Keys.of(district, student);
        StateDocument<EvidenceState> stored = store.load(List.of(id)).get(id);
        return stored == null ? EvidenceState.EMPTY : stored.state();
    }
}
