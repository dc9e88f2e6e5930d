package dev.millrace.search.indexing;

import static dev.millrace.local.engines.Engine.ELASTICSEARCH;
import static dev.millrace.search.OnEngines.ENGINES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.Topics;
import dev.millrace.search.OnEngines;
import dev.millrace.search.Orders;
import dev.millrace.search.documents.Kind;
import dev.millrace.search.documents.OrderDocument;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@OnEngines
@Import(Index.class)
class OutageTest {

    @Autowired
    private dev.millrace.search.Topics topics;

    @Autowired
    private Index index;

    @LocalServerPort
    private int port;

    @Test
    void losesNothingWhenElasticsearchIsKilled() {
        var before = Orders.any();
        topics.tell(before, before.placed());
        awaitOrder(before, 1);

        ENGINES.kill(ELASTICSEARCH);
        var orders = Stream.generate(Orders::any).limit(100).toList();
        orders.forEach(order -> topics.tell(order, order.placed(), order.paid(2, "0.00")));
        topics.tell(before, before.cancelled(2));

        answers("/search?q=lantern", HttpStatus.SERVICE_UNAVAILABLE);
        answers("/actuator/health/readiness", HttpStatus.SERVICE_UNAVAILABLE);
        answers("/actuator/health/liveness", HttpStatus.OK);
        ENGINES.restart(ELASTICSEARCH);

        orders.forEach(order -> awaitOrder(order, 2));
        awaitOrder(before, 2);
        answers("/actuator/health/readiness", HttpStatus.OK);
        assertThat(topics.deadLetters(Topics.ORDER_EVENTS, before.id())).isEmpty();
    }

    private void answers(String uri, HttpStatus status) {
        var http = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        patiently()
                .untilAsserted(
                        () -> http.get().uri(uri).exchange().expectStatus().isEqualTo(status));
    }

    private void awaitOrder(Orders order, long version) {
        patiently()
                .untilAsserted(() -> assertThat(index.get(Kind.ORDER, order.id(), OrderDocument.class)
                                .version())
                        .isEqualTo(version));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
    }
}
