package dev.millrace.cdc.postgres;

import dev.millrace.cdc.progress.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * What Debezium knows of the past: where to begin, and up to where PostgreSQL may forget. It never gets to know more than
 * what is committed in Kafka, and always the end of a transaction, from which PostgreSQL sends exactly the ones that
 * follow.
 */
final class CommittedOffset implements OffsetStorageReader {

    private volatile @Nullable Map<String, Object> offset;

    CommittedOffset(@Nullable Position position) {
        if (position != null) {
            set(position);
        }
    }

    void set(Position position) {
        offset = Map.of("lsn", position.lsn(), "lsn_commit", position.lsn());
    }

    @Override
    public <T> @Nullable Map<String, Object> offset(Map<String, T> partition) {
        return offset;
    }

    @Override
    public <T> Map<Map<String, T>, @Nullable Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        var offsets = new HashMap<Map<String, T>, @Nullable Map<String, Object>>();
        partitions.forEach(partition -> offsets.put(partition, offset));
        return offsets;
    }
}
