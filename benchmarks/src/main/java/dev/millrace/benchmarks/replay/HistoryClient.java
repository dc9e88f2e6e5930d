package dev.millrace.benchmarks.replay;

import dev.millrace.benchmarks.load.Client;
import dev.millrace.benchmarks.load.HttpConnection;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;

/** Reads the history of one order after another. */
final class HistoryClient implements Client {

    static final int OK = 200;

    private final HttpConnection connection;
    private final int orders;

    /** @param orders how many there are */
    HistoryClient(URI orderService, int orders) throws IOException {
        this.connection = new HttpConnection(orderService);
        this.orders = orders;
    }

    @Override
    public int call() throws IOException {
        var order = new SampleOrder(ThreadLocalRandom.current().nextInt(orders));
        return connection.send("GET", "/orders/%s/events".formatted(order.id()), new byte[0]);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
