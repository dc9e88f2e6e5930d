package dev.millrace.search.searching;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.search.OnEngines;
import dev.millrace.search.Orders;
import dev.millrace.search.Topics;
import dev.millrace.search.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@OnEngines
class SearchTest {

    @Autowired
    private Topics topics;

    @LocalServerPort
    private int port;

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void findsAUserByNameEvenMisspelt() {
        var user = Users.any();
        topics.tell(user, user.created("Wilhelmina Quarles"));

        var found = awaitFound("/search?type=user&q=wilhelmina qarles", user.id());

        assertThat(found.required("type").asString()).isEqualTo("user");
        assertThat(found.required("title").asString()).isEqualTo("Wilhelmina Quarles");
        assertThat(found.required("fields").required("email").asString()).isEqualTo("Wilhelmina.Quarles@example.com");
        assertThat(found.at("/highlights/name/0").asString()).contains("<em>Wilhelmina</em>");
    }

    @Test
    void findsAnOrderAsSoonAsItsWriterAsks() {
        var order = Orders.any();
        topics.tell(order, order.placed(1, "KINGFISHER TEAPOT"));

        http.get()
                .uri("/search?q=kingfisher")
                .header("Consistency-Token", order.id() + "@1")
                .header("Prefer", "wait=30")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo(order.id().toString());
    }

    @Test
    void saysThatAnOrderIsNotToBeFoundYet() {
        http.get()
                .uri("/search?q=kingfisher")
                .header("Consistency-Token", UUID.randomUUID() + "@1")
                .header("Prefer", "wait=0")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void findsAnOrderByWhatIsInItAndByItsNumber() {
        var order = Orders.any();
        topics.tell(order, order.placed(1, "ZEBRA CANDLESTICK"));

        var found = awaitFound("/search?q=candlestick zebra", order.id());

        assertThat(found.required("title").asString()).isEqualTo("ZEBRA CANDLESTICK");
        assertThat(found.required("fields").required("status").asString()).isEqualTo("AWAITING_PAYMENT");
        assertThat(awaitFound("/search?q=" + order.id(), order.id())
                        .required("score")
                        .asDouble())
                .isGreaterThanOrEqualTo(100);
        assertThat(idsOf("/search?type=user&q=candlestick zebra"))
                .doesNotContain(order.id().toString());
    }

    @Test
    void findsAnOrderOfNobody() {
        var order = Orders.ofNobody();
        topics.tell(order, order.placed(1, "WALRUS DOORSTOP"));

        var found = awaitFound("/search?q=walrus", order.id());

        assertThat(found.has("customer")).isFalse();
    }

    @Test
    void findsOrdersByTheirCustomerWhoCameLater() {
        var user = Users.any();
        var order = Orders.of(user.id());
        topics.tell(order, order.placed());
        assertThat(awaitFound("/search?q=" + order.id(), order.id()).has("customer"))
                .isFalse();

        topics.tell(user, user.created("Balthasar Umbridge"));

        var found = awaitFound("/search?type=order&q=umbridge", order.id());
        assertThat(found.required("customer").required("name").asString()).isEqualTo("Balthasar Umbridge");
    }

    @Test
    void forgetsTheNameOfACustomerWhoIsDeleted() {
        var user = Users.any();
        var order = Orders.of(user.id());
        topics.tell(user, user.created("Cornelius Vantongeren"));
        topics.tell(order, order.placed());
        awaitFound("/search?type=order&q=vantongeren", order.id());

        topics.tell(user, user.deleted(1, "Cornelius Vantongeren"), null);

        patiently()
                .untilAsserted(() -> assertThat(idsOf("/search?q=vantongeren")).isEmpty());
        assertThat(awaitFound("/search?q=" + order.id(), order.id()).has("customer"))
                .isFalse();
    }

    @Test
    void showsWhatChangedLastWhereNothingIsAsked() {
        var user = Users.any();
        topics.tell(user, user.renamed(900_000_000, "Latest", "The Latest"));

        patiently()
                .untilAsserted(() -> assertThat(idsOf("/search?limit=1"))
                        .containsExactly(user.id().toString()));
    }

    @Test
    void pagesThroughEverythingOnce() {
        var users = new HashSet<String>();
        for (int i = 0; i < 7; i++) {
            var user = Users.any();
            topics.tell(user, user.created("Pagington Smythe"));
            users.add(user.id().toString());
        }
        var question = "/search?type=user&limit=3&q=pagington";
        patiently()
                .untilAsserted(
                        () -> assertThat(idsOf("/search?type=user&q=pagington")).hasSize(7));

        var seen = new ArrayList<String>();
        var page = get(question);
        while (page.hasNonNull("next")) {
            seen.addAll(ids(page));
            page = get(question + "&cursor=" + page.required("next").asString());
        }
        seen.addAll(ids(page));

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void refusesQuestionsThatMakeNoSense() {
        refuses("/search?type=planet", "urn:millrace:problem:unknown-type");
        refuses("/search?cursor=nonsense", "urn:millrace:problem:malformed-cursor");
        http.get().uri("/search?limit=0").exchange().expectStatus().isBadRequest();
        http.get().uri("/search?limit=many").exchange().expectStatus().isBadRequest();
        http.get().uri("/search?q=" + "x".repeat(201)).exchange().expectStatus().isBadRequest();
    }

    private void refuses(String uri, String type) {
        http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.BAD_REQUEST)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(type);
    }

    private JsonNode awaitFound(String uri, UUID id) {
        return patiently()
                .until(
                        () -> items(get(uri)).stream()
                                .filter(item -> item.required("id").asString().equals(id.toString()))
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    private List<String> idsOf(String uri) {
        return ids(get(uri));
    }

    private JsonNode get(String uri) {
        var answer = http.get().uri(uri).exchange().expectStatus().isOk();
        return requireNonNull(answer.returnResult(JsonNode.class).getResponseBody());
    }

    private static List<JsonNode> items(JsonNode page) {
        return List.copyOf(page.required("items").values());
    }

    private static List<String> ids(JsonNode page) {
        return items(page).stream().map(item -> item.required("id").asString()).toList();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }
}
