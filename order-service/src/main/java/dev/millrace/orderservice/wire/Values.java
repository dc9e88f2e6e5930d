package dev.millrace.orderservice.wire;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.SkuQuantity;
import java.util.List;

/** The values that commands and events have in common. */
final class Values {

    private Values() {}

    static Money read(dev.millrace.contracts.Money money) {
        return new Money(money.getAmount(), money.getCurrency());
    }

    static OrderLine read(dev.millrace.orders.OrderLine line) {
        return new OrderLine(line.getSku(), line.getDescription(), line.getQuantity(), read(line.getUnitPrice()));
    }

    static List<OrderLine> readLines(List<dev.millrace.orders.OrderLine> lines) {
        return lines.stream().map(Values::read).toList();
    }

    static List<SkuQuantity> readPieces(List<dev.millrace.orders.SkuQuantity> pieces) {
        return pieces.stream()
                .map(piece -> new SkuQuantity(piece.getSku(), piece.getQuantity()))
                .toList();
    }

    static dev.millrace.contracts.Money write(Money money) {
        return new dev.millrace.contracts.Money(money.amount(), money.currency());
    }

    static dev.millrace.orders.OrderLine write(OrderLine line) {
        return new dev.millrace.orders.OrderLine(
                line.sku(), line.description(), line.quantity(), write(line.unitPrice()));
    }

    static List<dev.millrace.orders.OrderLine> writeLines(List<OrderLine> lines) {
        return lines.stream().map(Values::write).toList();
    }

    static List<dev.millrace.orders.SkuQuantity> writePieces(List<SkuQuantity> pieces) {
        return pieces.stream()
                .map(piece -> new dev.millrace.orders.SkuQuantity(piece.sku(), piece.quantity()))
                .toList();
    }
}
