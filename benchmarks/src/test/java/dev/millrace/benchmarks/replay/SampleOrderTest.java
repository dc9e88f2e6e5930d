package dev.millrace.benchmarks.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.replay.SampleOrder.Command;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orders.commands.PlaceOrder;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleOrderTest {

    @Test
    void isTheSameEachTime() {
        assertThat(new SampleOrder(7).commands()).isEqualTo(new SampleOrder(7).commands());
    }

    @Test
    void isLikeNoOther() {
        assertThat(IntStream.range(0, 1000).mapToObj(SampleOrder::new).map(SampleOrder::id))
                .doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(SampleOrder::new)
                        .flatMap(order -> order.commands().stream())
                        .map(Command::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void isPaidInFull() {
        var commands = new SampleOrder(1666).commands();
        var place = (PlaceOrder) commands.get(0).value();
        var pay = (PayOrder) commands.get(1).value();
        var total = place.getLines().stream()
                .map(line -> line.getUnitPrice().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(pay.getAmount().getAmount()).isEqualByComparingTo(total);
        assertThat(place.getLines())
                .allSatisfy(line -> assertThat(line.getUnitPrice().getAmount()).isPositive());
    }
}
