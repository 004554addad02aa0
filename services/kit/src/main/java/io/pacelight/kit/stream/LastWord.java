package io.pacelight.kit.stream;

import io.pacelight.kit.state.StateFolder;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what a service has told on compacted topics, so that the last record of each key, which is the one that stays, is the
 * latest fact of its document; see {@link StateFolder#retell}. An offset is committed when that is so of all before it.
 */
public final class LastWord implements BatchHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LastWord.class);

    private final List<StateFolder<?, ?>> folders;

    public LastWord(List<StateFolder<?, ?>> folders) {
        this.folders = List.copyOf(folders);
    }

    @Override
    public Map<Received.Place, String> handle(List<Received> events) {
        var standing = events.stream().map(Received::envelope).toList();
        int retold = 0;
        for (StateFolder<?, ?> folder : folders) retold += folder.retell(standing);
        if (retold > 0) LOG.atInfo().addKeyValue("facts", retold).log("told again what an older fact stood behind");
        return Map.of();
    }
}
