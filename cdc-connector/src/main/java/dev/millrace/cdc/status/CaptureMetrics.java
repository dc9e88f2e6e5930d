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

/** The capture's numbers. */
@Component
final class CaptureMetrics implements MeterBinder {

    private final CaptureStatus status;

    CaptureMetrics(CaptureStatus status) {
        this.status = status;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        var tags = Tags.of("capture", status.capture());
        FunctionCounter.builder("millrace.cdc.records", status, CaptureStatus::records)
                .description("Records committed to Kafka")
                .tags(tags)
                .register(registry);
        Gauge.builder("millrace.cdc.position", this, CaptureMetrics::lsn)
                .description("Byte of the write-ahead log up to which every transaction is in Kafka")
                .tags(tags)
                .register(registry);
        Gauge.builder("millrace.cdc.streaming", this, CaptureMetrics::streaming)
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

    private double lsn() {
        return Optional.ofNullable(status.position()).map(Position::lsn).orElse(0L);
    }

    private double streaming() {
        return status.state() instanceof Streaming ? 1 : 0;
    }
}
