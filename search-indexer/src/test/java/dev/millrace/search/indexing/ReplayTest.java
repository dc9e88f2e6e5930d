package dev.millrace.search.indexing;

import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.USER_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.search.OnEngines;
import dev.millrace.search.Orders;
import dev.millrace.search.Positions;
import dev.millrace.search.Topics;
import dev.millrace.search.Users;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

@OnEngines
@Import(Index.class)
class ReplayTest {

    private static final String ORDERS = "search-indexer-orders";
    private static final String USERS = "search-indexer-users";

    @Autowired
    private Topics topics;

    @Autowired
    private Index index;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Test
    void writesNothingWhenEverythingIsReadAgain() throws Exception {
        Stream.generate(Orders::any)
                .limit(50)
                .forEach(order -> topics.tell(order, order.placed(), order.paid(2, "0.00"), order.shipped(3, true)));
        var user = Users.any();
        topics.tell(user, user.created("Ada"), user.renamed(2, "Ada", "Ada King"));

        try (var admin = Admin.create(OnEngines.ENGINES.kafkaAs("operator"))) {
            var positions = new Positions(admin);
            awaitEnd(positions);
            var before = index.writes();

            listeners.stop();
            positions.forget(List.of(ORDERS, USERS));
            listeners.start();
            awaitEnd(positions);

            assertThat(index.writes()).hasSizeGreaterThan(50).isEqualTo(before);
        }
    }

    private static void awaitEnd(Positions positions) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> positions.isAtEnd(ORDERS, ORDER_EVENTS) && positions.isAtEnd(USERS, USER_CHANGES));
    }
}
