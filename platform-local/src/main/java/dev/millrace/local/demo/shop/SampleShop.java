package dev.millrace.local.demo.shop;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up shop for a demo without files: the same seed makes the same day. */
public final class SampleShop {

    private static final LocalDateTime OPENING = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final List<String> COUNTRIES = List.of("Norway", "Portugal", "Japan", "Kenya", "Chile");
    private static final List<Product> PRODUCTS = List.of(
            new Product("MILL-1", "Hand coffee mill, walnut", "49.90"),
            new Product("BEAN-250", "Coffee beans, 250 g", "8.75"),
            new Product("BEAN-1000", "Coffee beans, 1 kg", "29.00"),
            new Product("CUP-2", "Espresso cups, pair", "18.50"),
            new Product("FILTER-100", "Paper filters, 100", "3.95"),
            new Product("KETTLE-1", "Gooseneck kettle", "64.00"),
            new Product("SCALE-1", "Scale with timer", "37.25"),
            new Product("JUG-600", "Milk jug, 600 ml", "22.10"));

    private final long seed;
    private final Random random;
    private final List<RetailRow> rows = new ArrayList<>();

    private SampleShop(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    private record Product(String sku, String name, String price) {}

    /** A day with so many invoices, one in ten of which brings something back. */
    public static RetailFile day(long seed, int invoices) {
        var shop = new SampleShop(seed);
        IntStream.range(0, invoices).forEach(shop::invoice);
        return new RetailFile(List.copyOf(shop.rows), List.of());
    }

    private void invoice(int number) {
        var at = OPENING.plusMinutes(number);
        if (number % 10 == 9) {
            takeBack(number, at);
        } else {
            sell("S%d-%d".formatted(seed, number), at);
        }
    }

    private void sell(String invoice, LocalDateTime at) {
        int customer = random.nextInt(1, 40);
        var products = new ArrayList<>(PRODUCTS);
        java.util.Collections.shuffle(products, random);
        products.subList(0, random.nextInt(1, 5))
                .forEach(product -> rows.add(new RetailRow(
                        invoice,
                        product.sku(),
                        product.name(),
                        random.nextInt(1, 6),
                        at,
                        new BigDecimal(product.price()),
                        Optional.of("S" + customer),
                        COUNTRIES.get(customer % COUNTRIES.size()))));
    }

    private void takeBack(int number, LocalDateTime at) {
        var sold = rows.get(random.nextInt(rows.size()));
        rows.add(new RetailRow(
                "CS%d-%d".formatted(seed, number),
                sold.stockCode(),
                sold.description(),
                -Math.abs(sold.quantity()),
                at,
                sold.unitPrice(),
                sold.customer(),
                sold.country()));
    }
}
