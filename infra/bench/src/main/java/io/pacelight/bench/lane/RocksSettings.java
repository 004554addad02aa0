package io.pacelight.bench.lane;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One block cache and one write buffer limit for all stores of the process, bloom filters for look-ups of new keys. */
public final class RocksSettings implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 192L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 96L * 1024 * 1024;
    private static final double BLOOM_BITS = 10;
    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);
    private static final BloomFilter BLOOM = new BloomFilter(BLOOM_BITS);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setFilterPolicy(BLOOM);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(BUFFERS);
        options.setMaxWriteBufferNumber(3);
    }

    @Override
    public void close(String store, Options options) {}
}
