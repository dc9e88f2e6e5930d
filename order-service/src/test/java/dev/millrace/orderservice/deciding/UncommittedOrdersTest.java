package dev.millrace.orderservice.deciding;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.starter.outages.OutageException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UncommittedOrdersTest {

    private static final UUID ORDER = UUID.randomUUID();

    private final UncommittedOrders uncommitted = new UncommittedOrders();

    @Test
    void letsReadersOfUnchangedOrdersPass() {
        assertThatCode(() -> uncommitted.awaitCommit(ORDER, 7, ofMillis(1))).doesNotThrowAnyException();
    }

    @Test
    void letsReadersOfAnEarlierVersionPass() {
        uncommitted.changing(ORDER, 0, 7, 8);
        assertThatCode(() -> uncommitted.awaitCommit(ORDER, 7, ofMillis(1))).doesNotThrowAnyException();
    }

    @Test
    void holdsReadersUntilTheCommit() {
        uncommitted.changing(ORDER, 0, 7, 8);
        uncommitted.changing(ORDER, 0, 8, 9);
        var reader = CompletableFuture.runAsync(() -> uncommitted.awaitCommit(ORDER, 8, ofSeconds(10)));

        assertThat(reader).isNotDone();
        uncommitted.committed(ORDER, 8);
        assertThat(reader).succeedsWithin(ofSeconds(10));
        refusesToWait(9);
    }

    @Test
    void forgetsTheChangesOfATaskThatEnded() {
        uncommitted.changing(ORDER, 3, 7, 8);
        uncommitted.forget(4);
        refusesToWait(8);
        uncommitted.forget(3);
        assertThatCode(() -> uncommitted.awaitCommit(ORDER, 8, ofMillis(1))).doesNotThrowAnyException();
    }

    private void refusesToWait(long version) {
        assertThatExceptionOfType(OutageException.class)
                .isThrownBy(() -> uncommitted.awaitCommit(ORDER, version, ofMillis(1)));
    }
}
