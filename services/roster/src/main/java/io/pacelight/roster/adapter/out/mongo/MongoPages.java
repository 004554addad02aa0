package io.pacelight.roster.adapter.out.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import io.pacelight.kit.mongo.MongoStateStore;
import io.pacelight.kit.state.StateDocument;
import io.pacelight.roster.application.Records;
import java.util.ArrayList;
import java.util.List;

/** Walks over documents by ranges of their ids. */
public final class MongoPages<S> implements Records.Pages<S> {
    private final MongoStateStore<S> store;

    public MongoPages(MongoStateStore<S> store) {
        this.store = store;
    }

    @Override
    public List<StateDocument<S>> next(String prefix, String after, int limit) {
        return store.find(and(gt("_id", after), lt("_id", endOf(prefix))))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    /** The first string after all that begin with the prefix, which ends in a bar. */
    private static String endOf(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) ('|' + 1);
    }
}
