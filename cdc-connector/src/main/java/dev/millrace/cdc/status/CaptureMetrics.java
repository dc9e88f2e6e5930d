package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.Position;
import dev.millrace.cdc.retention.Forecast;
import dev.millrace.cdc.retention.RetainedLog;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/** Each capture's numbers. */
@Component
final class CaptureMetrics implements MeterBinder {

    private final CaptureStatuses statuses;

    CaptureMetrics(CaptureStatuses statuses) {
        this.statuses = statuses;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var status : statuses.all()) {
            var tags = Tags.of("capture", status.capture());
            bind(status, tags, registry);
            bindSlot(status, tags, registry);
        }
    }

    private static void bind(CaptureStatus status, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder(
                        "millrace.cdc.records", status, it -> it.throughput().records())
                .description("Records committed to Kafka")
                .tags(tags)
                .register(registry);
        Gauge.builder("millrace.cdc.position", status, CaptureMetrics::lsn)
                .description("Byte of the write-ahead log up to which every transaction is in Kafka")
                .tags(tags)
                .register(registry);
        Gauge.builder("millrace.cdc.streaming", status, CaptureMetrics::streaming)
                .description("1 while changes are streamed, otherwise 0")
                .tags(tags)
                .register(registry);
        TimeGauge.builder(
                        "millrace.cdc.lag",
                        status,
                        TimeUnit.MILLISECONDS,
                        it -> it.lag().toMillis())
                .description("From commit in the database to commit in Kafka, of the last change")
                .tags(tags)
                .register(registry);
    }

    private static void bindSlot(CaptureStatus status, Tags tags, MeterRegistry registry) {
        Gauge.builder("millrace.cdc.lag.bytes", status, it -> ofLog(it, RetainedLog::behind))
                .description("Log that PostgreSQL has not heard to be in Kafka")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry);
        Gauge.builder("millrace.cdc.slot.retained", status, it -> ofLog(it, RetainedLog::retained))
                .description("Log that PostgreSQL keeps for the slot")
                .baseUnit("bytes")
                .tags(tags)
                .register(registry);
        TimeGauge.builder("millrace.cdc.slot.left", status, TimeUnit.SECONDS, CaptureMetrics::secondsLeft)
                .description(
                        "Until PostgreSQL gives the slot up or its disk is full, if it goes on like this; not a number if it does not")
                .tags(tags)
                .register(registry);
    }

    private static double ofLog(CaptureStatus status, ToLongFunction<RetainedLog> size) {
        var log = status.slot().last();
        return log == null ? Double.NaN : size.applyAsLong(log);
    }

    private static double secondsLeft(CaptureStatus status) {
        return Optional.ofNullable(status.slot().forecast())
                .map(Forecast::left)
                .map(Duration::toSeconds)
                .map(Long::doubleValue)
                .orElse(Double.NaN);
    }

    private static double lsn(CaptureStatus status) {
        return Optional.ofNullable(status.position()).map(Position::lsn).orElse(0L);
    }

    private static double streaming(CaptureStatus status) {
        return status.state() instanceof Streaming ? 1 : 0;
    }
}
