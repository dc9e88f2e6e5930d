package dev.millrace.orderservice.ordering;

import static dev.millrace.contracts.Topics.ORDER_RESULTS;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the results of every instance's commands from the moment it starts, on a thread of its own and without a group: each
 * instance sees them all and picks out those that its own requests wait for. An outage costs time, never a result.
 */
@Component
final class ResultReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ResultReader.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Consumer<String, Object> results;
    private final Answers answers;
    private final Thread thread = Thread.ofPlatform().name("order-results").unstarted(this::read);
    private volatile boolean positioned;
    private volatile boolean stopped;

    ResultReader(ConsumerFactory<?, ?> consumers, Answers answers) {
        var settings = new HashMap<>(consumers.getConfigurationProperties());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.results = new DefaultKafkaConsumerFactory<String, Object>(settings).createConsumer();
        this.answers = answers;
    }

    /** Whether every result from now on will be read. */
    boolean isPositioned() {
        return positioned;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        stopped = true;
        results.wakeup();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Begins before the web server, and ends after its last request is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void read() {
        try (results) {
            while (!stopped) {
                step();
            }
        }
        positioned = false;
    }

    private void step() {
        try {
            if (!positioned) {
                goToTheEnd();
            }
            results.poll(POLL).forEach(answers::on);
        } catch (WakeupException _) {
            log.atDebug().log("Results are not read any more");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Results cannot be read, trying again");
            pause();
        }
    }

    private void goToTheEnd() {
        var partitions = partitions();
        results.assign(partitions);
        results.seekToEnd(partitions);
        partitions.forEach(results::position);
        positioned = !partitions.isEmpty();
    }

    private List<TopicPartition> partitions() {
        return results.partitionsFor(ORDER_RESULTS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
