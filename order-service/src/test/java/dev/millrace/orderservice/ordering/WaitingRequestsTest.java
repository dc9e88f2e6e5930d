package dev.millrace.orderservice.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orders.results.CommandAccepted;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WaitingRequestsTest {

    private static final CommandAccepted RESULT =
            new CommandAccepted(UUID.randomUUID(), UUID.randomUUID(), 1L, 1, false);

    private final WaitingRequests requests = new WaitingRequests(new OrderingProperties(Duration.ofSeconds(10), 2));

    @Test
    void areAnsweredOneByOne() {
        var first = requests.enter().orElseThrow();
        var second = requests.enter().orElseThrow();
        requests.answer(second.requestId(), RESULT);
        requests.answer("a request of another instance", RESULT);

        assertThat(first.result()).isNotDone();
        assertThat(second.result()).isCompletedWithValue(RESULT);
    }

    @Test
    void haveBoundedPlaces() {
        var first = requests.enter().orElseThrow();
        requests.enter();
        assertThat(requests.enter()).isEmpty();
        requests.leave(first);
        assertThat(requests.enter()).isPresent();
    }
}
