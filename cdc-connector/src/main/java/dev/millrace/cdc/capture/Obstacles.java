package dev.millrace.cdc.capture;

import dev.millrace.cdc.progress.CaptureState;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.progress.CaptureState.Waiting;
import dev.millrace.cdc.progress.ObstacleException;
import dev.millrace.cdc.records.UnfitChangeException;
import dev.millrace.contracts.avro.RegistryUnavailableException;
import dev.millrace.contracts.avro.UnregisteredSchemaException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Tells a failure that passes by itself from one that waits for somebody. */
final class Obstacles {

    private static final List<Class<? extends Exception>> LASTING = List.of(
            AuthenticationException.class,
            AuthorizationException.class,
            IllegalStateException.class,
            RecordTooLargeException.class,
            UnfitChangeException.class,
            UnregisteredSchemaException.class);

    /** No right (42501), no such role or password (28...), what the slot was to hold is gone (55000, 58P01). */
    private static final String LASTING_SQL_STATES = "42501|28.*|55000|58P01";

    private Obstacles() {}

    static CaptureState of(Throwable failure) {
        return cause(failure, ObstacleException.class)
                .map(ObstacleException::state)
                .orElseGet(() -> judged(failure));
    }

    private static CaptureState judged(Throwable failure) {
        return causes(failure)
                .filter(Obstacles::lasts)
                .findFirst()
                .<CaptureState>map(cause -> new Blocked(messageOf(cause)))
                .orElseGet(() -> new Waiting(whoIsAway(failure)));
    }

    private static String whoIsAway(Throwable failure) {
        var reason = messageOf(causes(failure).toList().getLast());
        if (causes(failure).anyMatch(Obstacles::fenced)) {
            return "Another instance has taken over, or somebody has paused the capture.";
        }
        return cause(failure, RegistryUnavailableException.class)
                .map(Obstacles::messageOf)
                .or(() -> cause(failure, SQLException.class).map(_ -> "PostgreSQL is away: " + reason))
                .or(() -> cause(failure, KafkaException.class).map(_ -> "Kafka is away: " + reason))
                .orElse(reason);
    }

    private static boolean fenced(Throwable cause) {
        return cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException;
    }

    private static boolean lasts(Throwable cause) {
        return cause instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState().matches(LASTING_SQL_STATES)
                : LASTING.stream().anyMatch(kind -> kind.isInstance(cause));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> kind) {
        return causes(failure).filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static String messageOf(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
