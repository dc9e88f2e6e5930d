package dev.millrace.cdc.status;

import dev.millrace.cdc.progress.CaptureState.Streaming;
import dev.millrace.cdc.progress.Position;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
        statuses.all().forEach(status -> bind(status, Tags.of("capture", status.capture()), registry));
    }

    private static void bind(CaptureStatus status, Tags tags, MeterRegistry registry) {
        FunctionCounter.builder("millrace.cdc.records", status, CaptureStatus::records)
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

    private static double lsn(CaptureStatus status) {
        return Optional.ofNullable(status.position()).map(Position::lsn).orElse(0L);
    }

    private static double streaming(CaptureStatus status) {
        return status.state() instanceof Streaming ? 1 : 0;
    }
}
