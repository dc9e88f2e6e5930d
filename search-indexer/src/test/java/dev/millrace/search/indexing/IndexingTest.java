package dev.millrace.search.indexing;

import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.USER_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.contracts.OldOrders;
import dev.millrace.search.OnEngines;
import dev.millrace.search.Orders;
import dev.millrace.search.Topics;
import dev.millrace.search.Users;
import dev.millrace.search.documents.Kind;
import dev.millrace.search.documents.OrderDocument;
import dev.millrace.search.documents.OrderStatus;
import dev.millrace.search.documents.UserDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@OnEngines
@Import(Index.class)
class IndexingTest {

    @Autowired
    private Topics topics;

    @Autowired
    private Index index;

    @Test
    void foldsTheEventsOfAnOrderIntoADocument() throws Exception {
        var order = Orders.any();

        topics.tell(order, order.placed(), order.paid(2, "0.00"));
        awaitOrder(order, 2);
        topics.tell(order, order.shipped(3, true));
        awaitOrder(order, 3);

        assertThat(index.get(Kind.ORDER, order.id(), OrderDocument.class).source())
                .satisfies(document -> {
                    assertThat(document.status()).isEqualTo(OrderStatus.SHIPPED);
                    assertThat(document.customerId()).isEqualTo(order.customer());
                    assertThat(document.version()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @CsvSource({"1, 87.60, ", "2, 90.00, France"})
    void foldsOldEventsAsTodays(int version, BigDecimal total, @Nullable String country) throws Exception {
        var old = new OldOrders(version);
        var order = new Orders(old.orderId(), UUID.randomUUID());

        topics.tell(old);
        topics.tell(order, order.paid(2, "0.00"));
        awaitOrder(order, 2);

        assertThat(index.get(Kind.ORDER, old.orderId(), OrderDocument.class).source())
                .satisfies(document -> {
                    assertThat(document.total()).isEqualTo(new OrderDocument.Total(total, "GBP"));
                    assertThat(document.country()).isEqualTo(country);
                    assertThat(document.status()).isEqualTo(OrderStatus.PAID);
                });
    }

    @Test
    void changesNothingWhenEventsComeAgain() throws Exception {
        var order = Orders.any();
        topics.tell(order, order.placed(), order.paid(2, "0.00"), order.placed(), order.paid(2, "0.00"));
        awaitOrder(order, 2);
        var before = index.get(Kind.ORDER, order.id(), OrderDocument.class);

        topics.tell(order, order.placed(), order.paid(2, "0.00"), order.shipped(3, true));
        awaitOrder(order, 3);

        assertThat(before.version()).isEqualTo(2);
        assertThat(topics.deadLetters(ORDER_EVENTS, order.id())).isEmpty();
    }

    @Test
    void putsAnEventAsideThatComesAfterAGap() throws Exception {
        var order = Orders.any();
        var other = Orders.any();

        topics.tell(order, order.placed(), order.shipped(3, true), order.returned(4, true));
        topics.tell(other, other.placed());
        awaitOrder(other, 1);

        patiently()
                .untilAsserted(() -> assertThat(topics.deadLetters(ORDER_EVENTS, order.id()))
                        .containsExactly(
                                "Version 3 comes after version 1: events between them are missing",
                                "Version 4 comes after version 1: events between them are missing"));
        awaitOrder(order, 1);
    }

    @Test
    void putsGarbageAsideAndGoesOn() throws Exception {
        var order = Orders.any();

        topics.tell(order, order.placed());
        topics.tellGarbage(ORDER_EVENTS, order.id());
        topics.tell(order, order.paid(2, "0.00"));

        awaitOrder(order, 2);
        assertThat(topics.deadLetters(ORDER_EVENTS, order.id())).hasSize(1);
    }

    @Test
    void putsARecordAsideThatIsNoEventOfAnOrder() throws Exception {
        var order = Orders.any();

        topics.tell(order, order.placed(), Users.any().created("Nobody"), order.paid(2, "0.00"));

        awaitOrder(order, 2);
        assertThat(topics.deadLetters(ORDER_EVENTS, order.id())).containsExactly("The record is no event of an order");
    }

    @Test
    void followsAUserUntilTheyAreDeleted() throws Exception {
        var user = Users.any();

        topics.tell(user, user.created("Ada"), user.renamed(2, "Ada", "Ada King"));
        awaitUser(user, 2);
        assertThat(index.get(Kind.USER, user.id(), UserDocument.class).source())
                .extracting(UserDocument::name)
                .isEqualTo("Ada King");

        topics.tell(user, user.deleted(2, "Ada King"), null);
        patiently()
                .until(() ->
                        !index.get(Kind.USER, user.id(), UserDocument.class).found());
        assertThat(topics.deadLetters(USER_CHANGES, user.id())).isEmpty();
    }

    @Test
    void keepsTheNewerOfTwoChangesThatComeInTheWrongOrder() throws Exception {
        var user = Users.any();
        var last = Users.any();

        topics.tell(user, user.renamed(3, "Ada", "Ada King"));
        awaitUser(user, 3);
        topics.tell(user, user.renamed(2, "A", "Ada"), user.renamed(3, "Ada", "Ada King"), user.created("A"));
        topics.tell(last, last.created("Last"));
        awaitUser(last, 1);

        awaitUser(user, 3);
    }

    @Test
    void putsGarbageChangesAsideAndGoesOn() throws Exception {
        var user = Users.any();

        topics.tellGarbage(USER_CHANGES, user.id());
        topics.tell(user, Orders.any().placed(), user.created("Ada"));

        awaitUser(user, 1);
        patiently()
                .untilAsserted(() -> assertThat(topics.deadLetters(USER_CHANGES, user.id()))
                        .hasSize(2)
                        .contains("The record changes no user"));
    }

    /** The index may not be there yet. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).ignoreExceptions();
    }

    private void awaitOrder(Orders order, long version) {
        patiently()
                .untilAsserted(() -> assertThat(index.get(Kind.ORDER, order.id(), OrderDocument.class)
                                .version())
                        .isEqualTo(version));
    }

    private void awaitUser(Users user, long version) {
        patiently()
                .untilAsserted(() -> assertThat(index.get(Kind.USER, user.id(), UserDocument.class)
                                .version())
                        .isEqualTo(version));
    }
}
