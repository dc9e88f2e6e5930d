package dev.millrace.orderservice.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.OrderCommand;
import dev.millrace.orderservice.domain.OrderCommand.CancelOrder;
import dev.millrace.orderservice.domain.OrderCommand.ShipOrder;
import dev.millrace.orderservice.domain.SkuQuantity;
import dev.millrace.orderservice.wire.Submission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Instant LATER = Commands.NOON.plusSeconds(60);

    @Test
    void isTheSameForTheSameContents() {
        assertThat(Fingerprint.of(new CancelOrder("why", Commands.NOON)))
                .isEqualTo(Fingerprint.of(new CancelOrder("why", LATER)));
    }

    @Test
    void tellsContentsApart() {
        assertThat(Fingerprint.of(ship("AB", "C"))).isNotEqualTo(Fingerprint.of(ship("A", "BC")));
        assertThat(Fingerprint.of(new CancelOrder(null, LATER)))
                .isNotEqualTo(Fingerprint.of(new CancelOrder("", LATER)));
    }

    /** Fingerprints are stored: should this change, commands that were answered before look like others. */
    @Test
    void staysAsItIs() {
        var command = Submission.of(Commands.place(UUID.randomUUID())).command();
        assertThat(Fingerprint.of(command)).isEqualTo(-7187644329008893053L);
    }

    private static OrderCommand ship(String... skus) {
        var pieces = List.of(skus).stream().map(sku -> new SkuQuantity(sku, 1)).toList();
        return new ShipOrder(pieces, Commands.NOON);
    }
}
