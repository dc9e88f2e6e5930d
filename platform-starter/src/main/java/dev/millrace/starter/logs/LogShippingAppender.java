package dev.millrace.starter.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Takes lines from whoever logs and leaves the rest to a thread of its own. It never waits: where the queue is full, because
 * Kafka is slow or away, the line is dropped and counted.
 */
final class LogShippingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    static final String NAME = "LOG_SHIPPING";

    /** Kafka's clients would log about the shipping of their own lines. */
    private static final String KAFKA = "org.apache.kafka.";

    private final LogCounts counts = new LogCounts();
    private final String instance = UUID.randomUUID().toString();
    private final BlockingQueue<LogLine> queue;
    private final Duration flushTimeout;
    private final EcsFormat format;
    private @Nullable LogShipper shipper;

    LogShippingAppender(String service, LogShippingProperties properties) {
        this.queue = new ArrayBlockingQueue<>(properties.queueCapacity());
        this.flushTimeout = properties.flushTimeout();
        this.format = new EcsFormat(service, instance);
        setName(NAME);
    }

    LogCounts counts() {
        return counts;
    }

    /** Names this run of the service in each of its lines, as service.node.name. */
    String instance() {
        return instance;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLoggerName().startsWith(KAFKA)) {
            return;
        }
        event.prepareForDeferredProcessing();
        if (!queue.offer(new LogLine(counts.writtenOneMore(), event))) {
            counts.dropped(1);
        }
    }

    /** Lines are queued from the first one on, and leave once it is known where to. */
    synchronized void shipTo(Supplier<Producer<byte[], byte[]>> producers) {
        if (shipper == null && isStarted()) {
            var log = ((LoggerContext) getContext()).getLogger(LogShipper.class);
            shipper = new LogShipper(queue, counts, producers, format, new DropReport(log, counts));
            shipper.start();
        }
    }

    @Override
    public synchronized void stop() {
        super.stop();
        if (shipper != null) {
            shipper.finish(flushTimeout);
            shipper = null;
        }
    }
}
