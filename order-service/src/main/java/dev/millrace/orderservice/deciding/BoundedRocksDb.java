package dev.millrace.orderservice.deciding;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what RocksDB takes outside the heap: all stores of the process share one cache, which holds their blocks, indexes,
 * filters and write buffers alike. Shared objects live as long as the process.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long CACHE_BYTES = 32 * MEGABYTE;
    private static final long WRITE_BUFFERS_BYTES = 16 * MEGABYTE;
    private static final long WRITE_BUFFER_BYTES = 4 * MEGABYTE;
    private static final int WRITE_BUFFERS = 2;
    private static final int BITS_PER_KEY = 10;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(CACHE_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS_OF_ALL = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);
    private static final BloomFilter FILTER = new BloomFilter(BITS_PER_KEY);

    /** An unknown key, as every placed order has at first, is answered by the filter without a look at the disk. */
    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(FILTER);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS_OF_ALL);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
    }

    @Override
    public void close(String store, Options options) {}
}
