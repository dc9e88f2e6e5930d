package dev.millrace.local.demo.shop;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;

import dev.millrace.local.demo.shop.Plan.OrderPlan;
import dev.millrace.local.demo.shop.Step.Pieces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Turns invoices into the steps of orders. An invoice is an order that is placed, paid, and shipped at the end of its
 * day. An invoice that begins with C takes back what the same customer bought before, latest sale first: an order that
 * is not shipped yet and comes back whole is cancelled, everything else is returned.
 */
public final class RetailShop {

    private static final String CANCELLATION = "C";

    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final List<OrderPlan> withoutSale = new ArrayList<>();

    private RetailShop() {}

    public static Plan plan(RetailFile file) {
        var shop = new RetailShop();
        invoices(file).forEach(shop::take);
        return new Plan(customers(file), shop.orders());
    }

    private static List<List<RetailRow>> invoices(RetailFile file) {
        return file.rows().stream()
                .collect(groupingBy(
                        RetailRow::invoice, LinkedHashMap::new, collectingAndThen(Collectors.toList(), List::copyOf)))
                .values()
                .stream()
                .toList();
    }

    private static List<Customer> customers(RetailFile file) {
        var customers = new LinkedHashMap<String, Customer>();
        file.rows()
                .forEach(row -> row.customer()
                        .ifPresent(number -> customers.computeIfAbsent(number, n -> Customer.of(n, row.country()))));
        return List.copyOf(customers.values());
    }

    private void take(List<RetailRow> invoice) {
        if (invoice.getFirst().invoice().startsWith(CANCELLATION)) {
            takeBack(invoice);
        } else {
            var sale = new Sale(invoice);
            sales.put(sale.invoice(), sale);
        }
    }

    private void takeBack(List<RetailRow> invoice) {
        var cancellation = invoice.getFirst();
        var bySale = new LinkedHashMap<Sale, List<Pieces>>();
        var left = new ArrayList<Pieces>();
        for (var row : invoice) {
            var pieces = new Pieces(row.stockCode(), Math.abs(row.quantity()));
            saleOf(row, pieces, bySale)
                    .ifPresentOrElse(
                            sale -> bySale.computeIfAbsent(sale, _ -> new ArrayList<>())
                                    .add(pieces),
                            () -> left.add(pieces));
        }
        bySale.forEach((sale, pieces) -> sale.takeBack(cancellation, pieces));
        if (!left.isEmpty()) {
            withoutSale.add(returnWithoutSale(cancellation.invoice(), left));
        }
    }

    private Optional<Sale> saleOf(RetailRow row, Pieces pieces, Map<Sale, List<Pieces>> taken) {
        return sales.values().stream()
                .filter(sale -> sale.soldTo(row.customer()) && sale.holds(pieces, taken.getOrDefault(sale, List.of())))
                .reduce((_, later) -> later);
    }

    /** Nothing known was sold: the shop is asked all the same, and has to say that it knows no such order. */
    private static OrderPlan returnWithoutSale(String invoice, List<Pieces> pieces) {
        var orderId = Ids.of("order", invoice);
        return new OrderPlan(
                orderId, List.of(new Step.Return(orderId, Ids.of("return", invoice), List.copyOf(pieces))));
    }

    private List<OrderPlan> orders() {
        var orders = new ArrayList<OrderPlan>();
        sales.values().forEach(sale -> orders.add(sale.plan()));
        orders.addAll(withoutSale);
        return List.copyOf(orders);
    }
}
