package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.deciding.AnsweredCommands.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.deciding.Answer.Accepted;
import dev.millrace.orderservice.deciding.Answer.Refused;
import dev.millrace.orderservice.deciding.AnsweredCommands.Entry;
import dev.millrace.orderservice.domain.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnsweredCommandsTest {

    private static final Entry PLACING = accepted(1);

    @Test
    void forgetsTheOldestButNeverThePlacing() {
        var answered = AnsweredCommands.NONE.with(PLACING);
        for (var version = 2; version <= LIMIT + 2; version++) {
            answered = answered.with(accepted(version));
        }

        assertThat(answered.entries()).hasSize(1 + LIMIT).startsWith(PLACING);
        assertThat(answered.entries().get(1).answer().version()).isEqualTo(3);
    }

    @Test
    void forgetsRefusalsBeforeAcceptances() {
        var payment = accepted(2);
        var answered = AnsweredCommands.NONE.with(PLACING).with(payment);
        for (var time = 0; time < 2 * LIMIT; time++) {
            answered = answered.with(refused());
        }

        assertThat(answered.entries()).hasSize(1 + LIMIT).startsWith(PLACING, payment);
    }

    private static Entry accepted(int version) {
        return new Entry(UUID.randomUUID(), version, new Accepted(version, 1));
    }

    private static Entry refused() {
        return new Entry(UUID.randomUUID(), 0, new Refused(2, Refusal.STALE_VERSION, "late"));
    }
}
