package dev.millrace.benchmarks.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.benchmarks.load.Client;
import dev.millrace.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Places one order after another, each a new one of three lines. */
final class OrderClient implements Client {

    static final int CREATED = 201;

    private static final int LINES = 3;
    private static final int PRODUCTS = 4_000;

    private final HttpConnection connection;

    OrderClient(URI orderService) throws IOException {
        connection = new HttpConnection(orderService);
    }

    @Override
    public int call() throws IOException {
        return connection.send("PUT", "/orders/" + UUID.randomUUID(), order().getBytes(UTF_8));
    }

    private static String order() {
        return """
                {"country":"United Kingdom","lines":[%s]}""".formatted(IntStream.range(0, LINES).mapToObj(_ -> line()).collect(Collectors.joining(",")));
    }

    private static String line() {
        var random = ThreadLocalRandom.current();
        return """
                {"sku":"%d","description":"WHITE HANGING HEART T-LIGHT HOLDER","quantity":%d,\
                "unitPrice":{"amount":%d.%02d,"currency":"GBP"}}""".formatted(
                        random.nextInt(PRODUCTS), random.nextInt(1, 25), random.nextInt(20), random.nextInt(1, 100));
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
