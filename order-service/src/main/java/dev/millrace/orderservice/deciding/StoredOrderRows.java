package dev.millrace.orderservice.deciding;

import static java.util.Objects.requireNonNull;

import dev.millrace.orderservice.deciding.Answer.Accepted;
import dev.millrace.orderservice.deciding.Answer.Refused;
import dev.millrace.orderservice.deciding.stored.AnswerRow;
import dev.millrace.orderservice.deciding.stored.LineRow;
import dev.millrace.orderservice.deciding.stored.OrderRow;
import dev.millrace.orderservice.deciding.stored.StatusRow;
import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.Order;
import dev.millrace.orderservice.domain.Order.AwaitingPayment;
import dev.millrace.orderservice.domain.Order.Cancelled;
import dev.millrace.orderservice.domain.Order.Dispatched;
import dev.millrace.orderservice.domain.Order.Paid;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.OrderStatus;
import dev.millrace.orderservice.domain.Refusal;
import dev.millrace.orderservice.domain.Sale;
import dev.millrace.orderservice.domain.SoldLine;
import org.apache.kafka.common.serialization.Serde;

/** Stored orders as the Avro records of the state store. */
final class StoredOrderRows {

    private StoredOrderRows() {}

    static Serde<StoredOrder> serde() {
        return AvroRows.serde(
                StoredOrderRows::write, OrderRow.getEncoder(), StoredOrderRows::read, OrderRow.getDecoder());
    }

    static OrderRow write(StoredOrder stored) {
        var order = stored.placed();
        var sale = order.sale();
        return new OrderRow(
                stored.version(),
                StatusRow.valueOf(order.status().name()),
                sale.customerId(),
                sale.country(),
                sale.placedAt(),
                sale.total().currency(),
                sale.total().amount(),
                order.paid().amount(),
                sale.lines().stream().map(StoredOrderRows::write).toList(),
                stored.answered().entries().stream().map(StoredOrderRows::write).toList());
    }

    static StoredOrder read(OrderRow row) {
        var answers = row.getAnswers().stream().map(StoredOrderRows::read).toList();
        return new StoredOrder(order(row), row.getVersion(), new AnsweredCommands(answers));
    }

    private static Order order(OrderRow row) {
        var status = OrderStatus.valueOf(row.getStatus().name());
        var sale = sale(row);
        var paid = new Money(row.getPaid(), row.getCurrency());
        return switch (status) {
            case AWAITING_PAYMENT -> new AwaitingPayment(sale, paid);
            case PAID -> new Paid(sale);
            case PARTLY_SHIPPED, SHIPPED, PARTLY_RETURNED, RETURNED -> new Dispatched(sale, status);
            case CANCELLED -> new Cancelled(sale, paid);
        };
    }

    private static Sale sale(OrderRow row) {
        return new Sale(
                row.getCustomerId(),
                row.getCountry(),
                row.getPlacedAt(),
                row.getLines().stream()
                        .map(line -> read(line, row.getCurrency()))
                        .toList(),
                new Money(row.getTotal(), row.getCurrency()));
    }

    private static LineRow write(SoldLine sold) {
        var line = sold.line();
        return new LineRow(
                line.sku(),
                line.description(),
                line.quantity(),
                line.unitPrice().amount(),
                sold.shipped(),
                sold.returned());
    }

    private static SoldLine read(LineRow row, String currency) {
        var price = new Money(row.getUnitPrice(), currency);
        var line = new OrderLine(row.getSku(), row.getDescription(), row.getQuantity(), price);
        return new SoldLine(line, row.getShipped(), row.getReturned());
    }

    private static AnswerRow write(AnsweredCommands.Entry entry) {
        return switch (entry.answer()) {
            case Accepted(var version, var events) ->
                new AnswerRow(entry.commandId(), entry.fingerprint(), version, events, null, null);
            case Refused(var version, var refusal, var detail) ->
                new AnswerRow(entry.commandId(), entry.fingerprint(), version, 0, refusal.name(), detail);
        };
    }

    private static AnsweredCommands.Entry read(AnswerRow row) {
        return new AnsweredCommands.Entry(row.getCommandId(), row.getFingerprint(), answer(row));
    }

    private static Answer answer(AnswerRow row) {
        return row.getRefusal() == null
                ? new Accepted(row.getVersion(), row.getEvents())
                : new Refused(row.getVersion(), Refusal.valueOf(row.getRefusal()), requireNonNull(row.getDetail()));
    }
}
