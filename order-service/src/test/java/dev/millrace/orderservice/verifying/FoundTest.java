package dev.millrace.orderservice.verifying;

import static dev.millrace.orderservice.verifying.ReplayTest.NOON;
import static dev.millrace.orderservice.verifying.ReplayTest.PAID;
import static dev.millrace.orderservice.verifying.ReplayTest.PLACED;
import static dev.millrace.orderservice.verifying.ReplayTest.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.readmodel.ListedOrder;
import dev.millrace.orderservice.verifying.Replayed.Sound;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FoundTest {

    private static final UUID ORDER = UUID.randomUUID();
    private static final List<RecordedEvent> HISTORY =
            List.of(new RecordedEvent(ORDER, 1, PLACED), new RecordedEvent(ORDER, 2, PAID));
    private static final Found PAID_ROW = row(2, OrderStatus.PAID, "10");

    @Test
    void agreesWithTheReplayAtItsVersion() {
        assertThat(difference(PAID_ROW, replayed(2), List.of())).isEmpty();
    }

    @Test
    void namesOnlyWhatDiffers() {
        assertThat(difference(row(2, OrderStatus.PAID, "11"), replayed(2), List.of()))
                .contains(new Difference(ORDER.toString(), Where.READ_MODEL, "paid=10.0000 GBP", "paid=11.0000 GBP"));
    }

    @Test
    void mayHaveMovedOnSinceTheReplay() {
        assertThat(difference(PAID_ROW, replayed(1), HISTORY)).isEmpty();
    }

    @Test
    void mustBeWhatTheReplayBecomesWhenItMovesOn() {
        assertThat(difference(row(2, OrderStatus.CANCELLED, "10"), replayed(1), HISTORY))
                .contains(new Difference(ORDER.toString(), Where.READ_MODEL, "status=PAID", "status=CANCELLED"));
    }

    @Test
    void cannotHaveMovedOnFurtherThanItsHistory() {
        assertThat(difference(row(7, OrderStatus.PAID, "10"), replayed(1), HISTORY))
                .contains(new Difference(ORDER.toString(), Where.READ_MODEL, "version=2", "version=7"));
    }

    @Test
    void mayNotStayBehindTheReplay() {
        assertThat(difference(row(1, OrderStatus.AWAITING_PAYMENT, "0"), replayed(2), HISTORY))
                .contains(new Difference(
                        ORDER.toString(),
                        Where.READ_MODEL,
                        "version=2, status=PAID, paid=10.0000 GBP",
                        "version=1, status=AWAITING_PAYMENT, paid=0.0000 GBP"));
    }

    private static Optional<Difference> difference(Found found, Sound replayed, List<RecordedEvent> history) {
        return found.differenceTo(replayed, () -> history);
    }

    private static Sound replayed(int version) {
        return (Sound) Replayed.UNPLACED.rolledOn(version, HISTORY);
    }

    private static Found row(long version, OrderStatus status, String paid) {
        return Found.listed(new ListedOrder(
                ORDER, version, status, null, "France", NOON, pounds("10"), pounds(paid), pounds("0"), List.of("MUG")));
    }
}
