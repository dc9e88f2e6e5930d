package dev.millrace.cdc.kafka;

import static dev.millrace.cdc.progress.ObstacleException.passing;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Opens the change log of a capture for one writer. */
@Component
public final class ChangeLogs {

    private static final int BATCH_BYTES = 128 * 1024;
    /** Costs no time: a commit sends at once whatever still waits for its batch to fill. */
    private static final int LINGER_MILLIS = 100;

    private static final int BUFFER_BYTES = 16 * 1024 * 1024;
    /** A transaction that begins right after another waits this long until that one's markers are written. */
    private static final int RETRY_MILLIS = 5;

    /** Of each step, as many requests as it takes: what is not through by then is done again by the next session. */
    private static final int STEP_MILLIS = 10_000;

    private final PositionTopic positions;
    private final Map<String, Object> settings;

    ChangeLogs(PositionTopic positions, ProducerFactory<?, ?> producers) {
        this.positions = positions;
        this.settings = new HashMap<>(producers.getConfigurationProperties());
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, STEP_MILLIS);
    }

    /** Whoever wrote before is fenced from here on, and what it had not committed is aborted. */
    public ChangeLog open(CaptureProperties capture) {
        var producer = new KafkaProducer<>(settingsOf(capture), new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            capture.tables().stream().map(Table::topic).distinct().forEach(topic -> requireTopic(producer, topic));
            return new ChangeLog(producer, positions, capture.name());
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    /** Kafka has answered before, so a topic that it does not tell of is not there. */
    private static void requireTopic(KafkaProducer<?, ?> producer, String topic) {
        try {
            producer.partitionsFor(topic);
        } catch (TimeoutException e) {
            throw passing("The topic " + topic + " does not exist yet: declare it, and platform-broker makes it.");
        }
    }

    private Map<String, Object> settingsOf(CaptureProperties capture) {
        var all = new HashMap<>(settings);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "cdc-connector." + capture.name());
        all.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                Math.toIntExact(capture.transactionTimeout().toMillis()));
        return all;
    }
}
