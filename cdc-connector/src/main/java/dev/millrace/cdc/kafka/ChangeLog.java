package dev.millrace.cdc.kafka;

import dev.millrace.cdc.progress.ObstacleException;
import dev.millrace.cdc.progress.Origin;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.snapshot.TableSnapshot;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records and the position that they lead to as one transaction. If the process dies before the commit, readers of
 * committed records see neither; after it, both.
 */
public final class ChangeLog implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Producer<String, byte @Nullable []> producer;
    private final PositionTopic positions;
    private final String capture;
    private boolean inTransaction;
    private volatile @Nullable String tooLarge;

    ChangeLog(Producer<String, byte @Nullable []> producer, PositionTopic positions, String capture) {
        this.producer = producer;
        this.positions = positions;
        this.capture = capture;
    }

    public void write(ProducerRecord<String, byte @Nullable []> record) {
        begin();
        try {
            producer.send(record, (_, failure) -> look(record, failure));
        } catch (KafkaException e) {
            throw explained(e);
        }
    }

    /** Kafka itself does not say which record it was. */
    private void look(ProducerRecord<String, ?> record, @Nullable Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            tooLarge = "The record of %s in %s is too large: %s"
                    .formatted(record.key(), record.topic(), failure.getMessage());
        }
    }

    /** How far the reading of a table is, once what was written before is committed. */
    public void note(TableSnapshot snapshot) {
        write(positions.snapshot(capture, snapshot));
    }

    /** What is captured from here on. */
    public void note(Set<String> tables) {
        write(positions.tables(capture, tables));
    }

    /** Returns once everything written so far is there for good, and fails when any of it is not. */
    public void commit(Position position, Origin origin) {
        commit(positions.record(capture, position, origin));
    }

    void commit(ProducerRecord<String, byte @Nullable []> last) {
        write(last);
        try {
            producer.commitTransaction();
        } catch (KafkaException e) {
            throw explained(e);
        }
        inTransaction = false;
    }

    private RuntimeException explained(KafkaException failure) {
        return tooLarge == null ? failure : ObstacleException.lasting(tooLarge);
    }

    /** An open transaction is left to the next writer of this capture, who aborts it. */
    @Override
    public void close() {
        producer.close(GRACE);
    }

    private void begin() {
        if (!inTransaction) {
            producer.beginTransaction();
            inTransaction = true;
        }
    }
}
