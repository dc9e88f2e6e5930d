package dev.millrace.starter.logs;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.millrace.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Carries lines from the queue to Kafka on a thread of its own. The producer waits for Kafka as long as it takes, so an
 * outage fills the producer's buffer first and the queue then. What is in here when the process is killed is lost.
 */
final class LogShipper {

    private static final long IDLE_MILLIS = 200;
    private static final long RECONNECT_MILLIS = 1_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final BlockingQueue<LogLine> queue;
    private final LogCounts counts;
    private final Supplier<Producer<byte[], byte[]>> producers;
    private final EcsFormat format;
    private final DropReport dropReport;
    private final Thread thread =
            Thread.ofPlatform().name("log-shipping").daemon().unstarted(this::run);
    private volatile boolean finishing;
    private volatile Duration flushTimeout = Duration.ZERO;

    LogShipper(
            BlockingQueue<LogLine> queue,
            LogCounts counts,
            Supplier<Producer<byte[], byte[]>> producers,
            EcsFormat format,
            DropReport dropReport) {
        this.queue = queue;
        this.counts = counts;
        this.producers = producers;
        this.format = format;
        this.dropReport = dropReport;
    }

    void start() {
        thread.start();
    }

    /** Lets the thread ship what is queued and gives it up where that takes longer than {@code timeout}. */
    void finish(Duration timeout) {
        flushTimeout = timeout;
        finishing = true;
        try {
            if (!thread.join(timeout)) {
                thread.interrupt();
                thread.join(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            carryWith(connect());
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } finally {
            counts.dropped(queue.drainTo(new ArrayList<>()));
        }
    }

    private void carryWith(Producer<byte[], byte[]> producer) throws InterruptedException {
        try {
            carry(producer);
        } finally {
            producer.close(flushTimeout);
        }
    }

    /** A producer cannot even be made while the names of all brokers are unknown. */
    private Producer<byte[], byte[]> connect() throws InterruptedException {
        while (true) {
            try {
                return producers.get();
            } catch (KafkaException e) {
                Thread.sleep(RECONNECT_MILLIS);
            }
        }
    }

    private void carry(Producer<byte[], byte[]> producer) throws InterruptedException {
        while (true) {
            var line = queue.poll(IDLE_MILLIS, MILLISECONDS);
            if (line != null) {
                send(producer, line);
            } else if (finishing) {
                return;
            }
            dropReport.writeIfDue();
        }
    }

    private void send(Producer<byte[], byte[]> producer, LogLine line) {
        try {
            producer.send(
                    new ProducerRecord<>(Topics.SERVICE_LOGS, format.format(line)), (_, failure) -> count(failure));
        } catch (InterruptException e) {
            counts.dropped(1);
            throw e;
        } catch (RuntimeException e) {
            counts.dropped(1);
        }
    }

    private void count(Exception failure) {
        if (failure == null) {
            counts.shippedOneMore();
        } else {
            counts.dropped(1);
        }
    }
}
