package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.deciding.Answer.Accepted;
import dev.millrace.orderservice.deciding.Answer.Refused;
import dev.millrace.orderservice.wire.Submission;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;

/** One line a decision, with the trace of the request that led to it. */
final class DecisionLog {

    private static final Logger log = LoggerFactory.getLogger(DecisionLog.class);
    private static final String TRACE_ID = "traceId";

    private DecisionLog() {}

    static void write(Record<?, ?> command, Submission submission, Decided decided) {
        var traceId = Provenance.of(command.headers(), submission.commandId()).traceId();
        try (var _ = MDC.putCloseable(TRACE_ID, traceId)) {
            write(submission, decided);
        }
    }

    private static void write(Submission submission, Decided decided) {
        switch (decided.answer()) {
            case Accepted(var version, var _) -> line(submission, version).log("Command accepted");
            case Refused(var version, var refusal, var _) ->
                line(submission, version).addKeyValue("event.reason", refusal).log("Command refused");
        }
    }

    private static LoggingEventBuilder line(Submission submission, long version) {
        return log.atInfo()
                .addKeyValue("event.action", submission.command().getClass().getSimpleName())
                .addKeyValue("order.id", submission.orderId())
                .addKeyValue("order.version", version);
    }
}
