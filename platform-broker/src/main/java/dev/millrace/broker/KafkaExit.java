package dev.millrace.broker;

import static java.util.Objects.requireNonNullElse;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when Kafka gives up: the process ends at once, says so, and never with exit code 0. */
final class KafkaExit {

    private static final Logger log = LoggerFactory.getLogger(KafkaExit.class);

    private KafkaExit() {}

    /** Halts rather than exits: Kafka's own threads may wait for the very lock that an orderly stop would need. */
    static void endsTheProcess() {
        Exit.setExitProcedure(KafkaExit::halt);
        Exit.setHaltProcedure(KafkaExit::halt);
    }

    private static void halt(int status, @Nullable String message) {
        var code = status == 0 ? 1 : status;
        log.atError()
                .addKeyValue("process.exit_code", code)
                .addKeyValue("error.message", requireNonNullElse(message, ""))
                .log("Kafka gave up, the process ends. The lines above say why.");
        Runtime.getRuntime().halt(code);
    }
}
