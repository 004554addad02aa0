package io.pacelight.reporting.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.pacelight.events.Keys;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.application.Evidences;
import io.pacelight.reporting.domain.EvidenceList;
import io.pacelight.reporting.domain.EvidenceState;
import java.util.HashMap;
import java.util.Map;

/** The students' evidence, a document for each competency, by the range of their ids. */
public final class MongoEvidences implements Evidences {
    private final MongoStateStore<EvidenceState> store;

    public MongoEvidences(MongoStateStore<EvidenceState> store) {
        this.store = store;
    }

    @Override
    public EvidenceState of(String district, String student) {
        String key = Keys.of(district, student);
        Map<String, EvidenceList> competencies = new HashMap<>();
        for (StateDocument<EvidenceState> document : store.find(and(gte("_id", key + '|'), lt("_id", key + '}'))))
            competencies.putAll(document.state().competencies());
        return new EvidenceState(competencies);
    }
}
