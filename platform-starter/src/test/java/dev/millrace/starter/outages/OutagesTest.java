package dev.millrace.starter.outages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class OutagesTest {

    @ParameterizedTest
    @MethodSource
    void recognisesAnOutageHoweverDeepItLies(Exception outage) {
        assertThat(Outages.caused(outage)).isTrue();
        assertThat(Outages.caused(new CompletionException(new IllegalStateException(outage))))
                .isTrue();
    }

    static Stream<Exception> recognisesAnOutageHoweverDeepItLies() {
        return Stream.of(
                new UncheckedIOException(new ConnectException()),
                new SQLTransientConnectionException(),
                new SQLException("terminating connection", "57P01"),
                new SQLException("Connection is closed"),
                new QueryTimeoutException("slow"),
                new CannotCreateTransactionException("no connection"),
                new TimeoutException("no broker"),
                new OutageException("index refuses writes", new IllegalStateException()));
    }

    @ParameterizedTest
    @MethodSource
    void takesEverythingElseForAFailureOfItsOwn(Exception failure) {
        assertThat(Outages.caused(failure)).isFalse();
    }

    static Stream<Exception> takesEverythingElseForAFailureOfItsOwn() {
        return Stream.of(
                new NullPointerException(),
                new SQLException("duplicate key", "23505"),
                new SQLException("no state"),
                new DataIntegrityViolationException("duplicate key"));
    }

    @Test
    void endsWhereCausesGoRound() {
        var one = new IllegalStateException();
        one.initCause(new IllegalStateException(one));
        assertThat(Outages.caused(one)).isFalse();
    }
}
