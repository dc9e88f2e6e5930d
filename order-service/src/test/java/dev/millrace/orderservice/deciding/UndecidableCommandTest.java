package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.deciding.Commands.ORDER;
import static dev.millrace.orderservice.deciding.Commands.place;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.starter.kafka.DeadLetter;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndecidableCommandTest {

    private final DecidingInMemory deciding = new DecidingInMemory();

    @AfterEach
    void close() {
        deciding.close();
    }

    @Test
    void putsGarbageAside() {
        deciding.sendBytes(ORDER.toString(), "{}".getBytes(UTF_8), new RecordHeaders());
        putAsideBecause("not");
    }

    @Test
    void putsARecordAsideThatIsNoCommand() {
        deciding.send(
                ORDER.toString(), new CommandAccepted(UUID.randomUUID(), ORDER, 1L, 1, false), new RecordHeaders());
        putAsideBecause("A dev.millrace.orders.results.CommandAccepted is not a command for orders");
    }

    @Test
    void putsACommandAsideThatStandsUnderAnotherKey() {
        deciding.send("another order", place(UUID.randomUUID()), new RecordHeaders());
        putAsideBecause("The key of the record is not the id of its order");
    }

    @Test
    void putsACommandAsideThatHasNoKey() {
        deciding.send(null, place(UUID.randomUUID()), new RecordHeaders());
        putAsideBecause("The key of the record is not the id of its order");
    }

    @Test
    void putsARecordAsideThatHasNoValue() {
        deciding.send(ORDER.toString(), null, new RecordHeaders());
        putAsideBecause("The record has no value");
    }

    private void putAsideBecause(String reason) {
        var letter = deciding.deadLetters().getFirst();
        assertThat(new String(letter.headers().lastHeader(DeadLetter.REASON).value(), UTF_8))
                .contains(reason);
        assertThat(letter.headers().lastHeader(DeadLetter.TOPIC).value()).isEqualTo("commands.orders".getBytes(UTF_8));

        deciding.send(place(UUID.randomUUID()));
        assertThat(deciding.result()).isInstanceOf(CommandAccepted.class);
    }
}
