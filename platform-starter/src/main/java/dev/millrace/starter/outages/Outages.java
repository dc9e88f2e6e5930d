package dev.millrace.starter.outages;

import com.fasterxml.jackson.core.JacksonException;
import dev.millrace.contracts.avro.RegistryUnavailableException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Recognises failures of what a service depends on: they pass by themselves, so the work is worth trying again. */
public final class Outages {

    /** Connection, resources, operator intervention, system error. */
    private static final Set<String> SQL_STATE_CLASSES = Set.of("08", "53", "57", "58");

    /** Hikari's words to a rollback after the connection broke, whose failure hides the one before. */
    private static final String BROKEN_BEFORE = "Connection is closed";

    private static final int DEEPEST_CAUSE = 50;

    private Outages() {}

    /** Whether an outage is among the causes of a failure. */
    public static boolean caused(@Nullable Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Outages::isOutage);
    }

    private static boolean isOutage(@Nullable Throwable failure) {
        return switch (failure) {
            case OutageException _, RegistryUnavailableException _, RetriableException _, TimeoutException _ -> true;
            case JacksonException _ -> false;
            case IOException _ -> true;
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException e -> isOutage(e.getSQLState()) || BROKEN_BEFORE.equals(e.getMessage());
            case TransientDataAccessException _, RecoverableDataAccessException _ -> true;
            case DataAccessResourceFailureException _, CannotCreateTransactionException _ -> true;
            case null, default -> false;
        };
    }

    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState != null && sqlState.length() == 5 && SQL_STATE_CLASSES.contains(sqlState.substring(0, 2));
    }
}
