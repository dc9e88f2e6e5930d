package dev.millrace.cdc.capture;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.kafka.ChangeLogs;
import dev.millrace.cdc.kafka.PositionTopic;
import dev.millrace.cdc.postgres.SourceDatabase;
import dev.millrace.cdc.records.ChangeRecords;
import dev.millrace.cdc.status.CaptureStatuses;
import dev.millrace.contracts.avro.AvroSerdes;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All captures of this instance: they share nothing, so one that cannot go on stops no other. */
@Component
final class Captures implements SmartLifecycle {

    private final ChangeLogs logs;
    private final PositionTopic positions;
    private final AvroSerdes serdes;
    private final CaptureStatuses statuses;
    private final List<Capture> captures;
    private volatile boolean running;

    Captures(
            CdcProperties properties,
            ChangeLogs logs,
            PositionTopic positions,
            AvroSerdes serdes,
            CaptureStatuses statuses) {
        this.logs = logs;
        this.positions = positions;
        this.serdes = serdes;
        this.statuses = statuses;
        this.captures = properties.all().stream().map(this::capture).toList();
    }

    private Capture capture(CaptureProperties properties) {
        return new Capture(
                properties,
                new SourceDatabase(properties),
                logs,
                positions,
                new ChangeRecords(properties, serdes),
                statuses.of(properties));
    }

    @Override
    public void start() {
        captures.forEach(Capture::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        captures.forEach(Capture::end);
        try {
            for (var capture : captures) {
                capture.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
