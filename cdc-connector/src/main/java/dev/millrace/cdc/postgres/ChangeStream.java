package dev.millrace.cdc.postgres;

import static java.util.Objects.requireNonNullElse;

import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.records.Change;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/** Debezium's connector without Kafka Connect around it: one thread polls, writes, and confirms. */
public final class ChangeStream implements AutoCloseable {

    /** A poll that returns as many has left others behind. */
    public static final int MOST_AT_ONCE = 2048;

    private final SourceTask task = new PostgresConnectorTask();
    private final CommittedOffset committed;

    private ChangeStream(CommittedOffset committed) {
        this.committed = committed;
    }

    /** From a position on, or with a snapshot of what is there where there is none. */
    static ChangeStream open(Map<String, String> settings, @Nullable Position from) {
        var stream = new ChangeStream(new CommittedOffset(from));
        try {
            stream.task.initialize(new Context(settings, stream.committed));
            stream.task.start(settings);
            return stream;
        } catch (RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** Waits a little for changes; none may come. */
    public List<Change> poll() throws InterruptedException {
        return requireNonNullElse(task.poll(), List.<SourceRecord>of()).stream()
                .map(Change::new)
                .toList();
    }

    /** Lets PostgreSQL forget what lies before {@code position}: never before Kafka has committed it. */
    public void confirm(Position position) throws InterruptedException {
        committed.set(position);
        task.commit();
    }

    @Override
    public void close() {
        task.stop();
    }

    private record Context(Map<String, String> configs, OffsetStorageReader offsetStorageReader)
            implements SourceTaskContext {

        @Override
        public @Nullable PluginMetrics pluginMetrics() {
            return null;
        }
    }
}
