package dev.millrace.search.documents;

import static dev.millrace.search.documents.OrderStatus.AWAITING_PAYMENT;
import static dev.millrace.search.documents.OrderStatus.CANCELLED;
import static dev.millrace.search.documents.OrderStatus.PAID;
import static dev.millrace.search.documents.OrderStatus.PARTLY_RETURNED;
import static dev.millrace.search.documents.OrderStatus.PARTLY_SHIPPED;
import static dev.millrace.search.documents.OrderStatus.RETURNED;
import static dev.millrace.search.documents.OrderStatus.SHIPPED;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.search.Orders;
import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final Orders ORDER = Orders.any();

    @Test
    void beginsADocumentWithWhatWasPlaced() {
        var document = after(ORDER.placed());

        assertThat(document.id()).isEqualTo(ORDER.id());
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.status()).isEqualTo(AWAITING_PAYMENT);
        assertThat(document.customerId()).isEqualTo(ORDER.customer());
        assertThat(document.skus()).containsExactly("85123A", "71053");
        assertThat(document.descriptions()).containsExactly("WHITE METAL LANTERN");
        assertThat(document.total()).isEqualTo(new OrderDocument.Total(new BigDecimal("18.60"), "GBP"));
        assertThat(document.updatedAt()).isEqualTo(document.placedAt());
    }

    @Test
    void followsAnOrderThroughItsLife() {
        assertThat(after(ORDER.placed(), ORDER.paid(2, "5.00")).status()).isEqualTo(AWAITING_PAYMENT);
        assertThat(after(ORDER.placed(), ORDER.paid(2, "0.00")).status()).isEqualTo(PAID);
        assertThat(after(ORDER.placed(), ORDER.cancelled(2)).status()).isEqualTo(CANCELLED);
        var placed = ORDER.placed();
        var paid = ORDER.paid(2, "0.00");
        assertThat(after(placed, paid, ORDER.shipped(3, false)).status()).isEqualTo(PARTLY_SHIPPED);
        assertThat(after(placed, paid, ORDER.shipped(3, true)).status()).isEqualTo(SHIPPED);
        assertThat(after(placed, paid, ORDER.shipped(3, true), ORDER.returned(4, false))
                        .status())
                .isEqualTo(PARTLY_RETURNED);
        assertThat(after(placed, paid, ORDER.shipped(3, true), ORDER.returned(4, true))
                        .status())
                .isEqualTo(RETURNED);
    }

    @Test
    void keepsTheTimeAndVersionOfTheLastEvent() {
        var document = after(ORDER.placed(), ORDER.paid(2, "0.00"), ORDER.shipped(3, true));

        assertThat(document.version()).isEqualTo(3);
        assertThat(document.updatedAt()).isAfter(document.placedAt());
    }

    @Test
    void knowsAnEventThatItHolds() {
        var document = after(ORDER.placed(), ORDER.paid(2, "0.00"));

        assertThat(fold(document, ORDER.placed())).isInstanceOf(Folded.Known.class);
        assertThat(fold(document, ORDER.paid(2, "0.00"))).isInstanceOf(Folded.Known.class);
    }

    @Test
    void saysWhichEventsAreMissing() {
        assertThat(fold(after(ORDER.placed()), ORDER.shipped(3, true)))
                .asInstanceOf(InstanceOfAssertFactories.type(Folded.Impossible.class))
                .extracting(Folded.Impossible::reason)
                .isEqualTo("Version 3 comes after version 1: events between them are missing");
        assertThat(fold(null, ORDER.paid(2, "0.00"))).isInstanceOf(Folded.Impossible.class);
    }

    @Test
    void findsItImpossibleThatAnOrderBeginsOtherwiseOrTwice() {
        assertThat(fold(null, ORDER.cancelled(1))).isInstanceOf(Folded.Impossible.class);
        assertThat(fold(after(ORDER.placed()), ORDER.placed(2))).isInstanceOf(Folded.Impossible.class);
    }

    @Test
    void takesNoOtherRecordForAnEvent() {
        assertThat(OrderEvent.of(null)).isNull();
        assertThat(OrderEvent.of(ORDER.placed().getTotal())).isNull();
    }

    private static OrderDocument after(SpecificRecord... events) {
        OrderDocument document = null;
        for (var event : events) {
            document = changed(document, event);
        }
        return requireNonNull(document);
    }

    private static OrderDocument changed(@Nullable OrderDocument before, SpecificRecord event) {
        return ((Folded.Changed) fold(before, event)).document();
    }

    private static Folded fold(@Nullable OrderDocument before, SpecificRecord record) {
        return Folded.fold(before, requireNonNull(OrderEvent.of(record)));
    }
}
