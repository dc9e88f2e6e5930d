package dev.millrace.benchmarks.cdc;

import dev.millrace.local.LocalPlatform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What every connector is put to, in the same order, beginning with an empty table. */
record Course(LocalPlatform platform, Connector connector, Users users, RecordReader reader) {

    static final int ROWS = Integer.getInteger("millrace.rows", 1_000_000);
    static final int PER_SECOND = 100;

    private static final int PER_TRANSACTION = 1_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration BETWEEN_FIRST_ROWS = Duration.ofSeconds(1);
    private static final int FIRST_ROWS = 60;

    static Result run(LocalPlatform platform, Connector connector) throws Exception {
        try (var users = new Users(platform.database("users", "user_service"));
                var reader = new RecordReader(platform.kafkaAs("operator"), connector.topic())) {
            return new Course(platform, connector, users, reader).run();
        }
    }

    private Result run() throws Exception {
        awaitFirstRow();
        var throughput = throughput();
        paced(WARM_UP);
        var latencies = paced(TURN);
        var memoryOfTenth = atOnce(ROWS / 10);
        return new Result(throughput, latencies, atOnce(ROWS), memoryOfTenth);
    }

    private Result.Throughput throughput() throws SQLException, IOException, InterruptedException {
        try (var decoding = new Decoding(platform.database("users", "cdc_connector"))) {
            return new Result.Throughput(drained(), decoding.perSecond(ROWS));
        }
    }

    /** What was inserted before the connector began is none of its business. */
    private void awaitFirstRow() throws SQLException {
        for (var number = 0; number < FIRST_ROWS; number++) {
            var row = users.next(1);
            users.insert(row, 1);
            if (reader.readTo(new Arrivals(row), BETWEEN_FIRST_ROWS)) {
                return;
            }
        }
        throw new IllegalStateException("No row arrives in " + connector.topic());
    }

    /** Rows a second that are in the log already when the connector begins to read. */
    private double drained() throws SQLException, IOException, InterruptedException {
        connector.pause();
        var rows = users.next(ROWS);
        users.insert(rows, PER_TRANSACTION);
        connector.resume();
        var arrivals = new Arrivals(rows);
        reader.readTo(arrivals);
        return arrivals.perSecond();
    }

    private Latencies paced(Duration duration) throws SQLException, ExecutionException, InterruptedException {
        var rows = users.next(Math.toIntExact(PER_SECOND * duration.toSeconds()));
        var arrivals = new Arrivals(rows);
        try (var other = Executors.newSingleThreadExecutor()) {
            var reading = other.submit(() -> reader.readTo(arrivals));
            var pace = new Pace(PER_SECOND, System.nanoTime());
            users.insert(rows, pace);
            reading.get();
            return arrivals.since(pace);
        }
    }

    /** The most memory that the connector holds while one transaction passes. */
    private long atOnce(int count) throws SQLException {
        var rows = users.next(count);
        try (var memory = new PeakMemory(connector)) {
            users.insert(rows, count);
            reader.readTo(new Arrivals(rows));
            return memory.bytes();
        }
    }
}
