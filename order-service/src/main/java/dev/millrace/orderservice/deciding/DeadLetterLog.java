package dev.millrace.orderservice.deciding;

import dev.millrace.starter.kafka.DeadLetter;
import io.micrometer.core.instrument.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says where a record stood that was put aside, and counts it as the platform does. */
final class DeadLetterLog {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterLog.class);

    private DeadLetterLog() {}

    static void write(DeadLetter letter) {
        Metrics.counter("millrace.dead.letters", "topic", letter.topic()).increment();
        log.atWarn()
                .addKeyValue("kafka.topic", letter.topic())
                .addKeyValue("kafka.partition", letter.partition())
                .addKeyValue("kafka.offset", letter.offset())
                .addKeyValue("error.type", letter.exception())
                .addKeyValue("error.message", letter.reason())
                .log("A record was put aside as a dead letter");
    }
}
