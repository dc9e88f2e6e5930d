package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrentWritersTest {

    private static final int WRITERS = 100;
    private static final String A_PENNY = "{\"amount\": {\"amount\": 0.01, \"currency\": \"GBP\"}}";

    private final OrdersApi orders = OrderService.running().api();
    private final UUID order = UUID.randomUUID();

    @Test
    void letsExactlyOneWinEachVersion() throws Exception {
        orders.place(order, TWO_MUGS);
        for (var version = 1; version <= 5; version++) {
            assertThat(statusesOfPaymentsAt(version))
                    .hasSize(WRITERS)
                    .containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
        assertThat(orders.get("/orders/" + order).header("ETag")).isEqualTo("\"6\"");
    }

    private ArrayList<Integer> statusesOfPaymentsAt(int version) throws InterruptedException, ExecutionException {
        var statuses = new ArrayList<Integer>();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var payments = new ArrayList<Future<Integer>>();
            for (var writer = 0; writer < WRITERS; writer++) {
                payments.add(writers.submit(() -> orders.pay(order, A_PENNY, "If-Match", "\"" + version + "\"")
                        .status()));
            }
            for (var payment : payments) {
                statuses.add(payment.get());
            }
        }
        return statuses;
    }
}
