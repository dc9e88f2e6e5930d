package dev.millrace.local.demo.shop;

import dev.millrace.local.demo.shop.Plan.OrderPlan;
import dev.millrace.local.demo.shop.Step.Line;
import dev.millrace.local.demo.shop.Step.Pieces;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One invoice on its way: what of it the customer still has, and the steps so far. */
final class Sale {

    private final RetailRow head;
    private final UUID orderId;
    private final Map<String, Integer> held = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean ended;
    private boolean shipped;

    Sale(List<RetailRow> rows) {
        head = rows.getFirst();
        orderId = Ids.of("order", head.invoice());
        rows.forEach(row -> held.merge(row.stockCode(), row.quantity(), Integer::sum));
        steps.add(new Step.Place(
                orderId,
                Ids.of("place", head.invoice()),
                head.customer().map(Customer::idOf),
                head.country(),
                rows.stream().map(Sale::line).toList()));
        var total = total(rows);
        if (total.signum() > 0) {
            steps.add(new Step.Pay(orderId, Ids.of("pay", head.invoice()), total));
        }
    }

    String invoice() {
        return head.invoice();
    }

    boolean soldTo(Optional<String> customer) {
        return customer.isPresent() && customer.equals(head.customer());
    }

    /** Whether the customer still has these pieces after giving back those already taken. */
    boolean holds(Pieces pieces, List<Pieces> taken) {
        int alreadyTaken = taken.stream()
                .filter(other -> other.sku().equals(pieces.sku()))
                .mapToInt(Pieces::quantity)
                .sum();
        return held.getOrDefault(pieces.sku(), 0) >= alreadyTaken + pieces.quantity();
    }

    void takeBack(RetailRow cancellation, List<Pieces> pieces) {
        pieces.forEach(back -> held.merge(back.sku(), -back.quantity(), Integer::sum));
        boolean everything = held.values().stream().allMatch(left -> left == 0);
        if (everything && !shipped && sameDay(cancellation)) {
            steps.add(new Step.Cancel(
                    orderId, Ids.of("cancel", cancellation.invoice()), "Invoice " + cancellation.invoice()));
            ended = true;
        } else {
            ship();
            var commandId = Ids.of("return", cancellation.invoice() + "/" + head.invoice());
            steps.add(new Step.Return(orderId, commandId, List.copyOf(pieces)));
        }
    }

    private boolean sameDay(RetailRow cancellation) {
        LocalDate day = head.at().toLocalDate();
        return cancellation.at().toLocalDate().equals(day);
    }

    OrderPlan plan() {
        ship();
        return new OrderPlan(orderId, List.copyOf(steps));
    }

    private void ship() {
        if (!shipped && !ended) {
            steps.add(new Step.Ship(orderId, Ids.of("ship", head.invoice())));
            shipped = true;
        }
    }

    private static Line line(RetailRow row) {
        return new Line(row.stockCode(), row.description(), row.quantity(), row.unitPrice());
    }

    private static BigDecimal total(List<RetailRow> rows) {
        return rows.stream()
                .map(row -> row.unitPrice().multiply(BigDecimal.valueOf(row.quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
