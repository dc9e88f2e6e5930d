package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.tools.PerformanceTools;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What a Kafka is put to, always on a new topic, and what is read off it. */
record Load(Measure produce, Measure consume, Measure latency) {

    private static final int RECORDS = 2_000_000;
    private static final int ONE_BY_ONE = 5_000;
    private static final int PARTITIONS = 6;

    static final Load WITH_GOALS = new Load(
            new Measure("produce, 100 B", "records/s", Goal.atLeastTimesThePeer(0.97)),
            new Measure("consume", "records/s", Goal.atLeastTimesThePeer(0.97)),
            new Measure("end to end, one at a time", "ms", Goal.atMostTimesThePeer(1.03)));

    /** Without goals. */
    static Load named(String name) {
        return new Load(
                new Measure(name + ": produce, 100 B", "records/s"),
                new Measure(name + ": consume", "records/s"),
                new Measure(name + ": end to end, one at a time", "ms"));
    }

    List<Reading> on(Map<String, Object> client, PerformanceTools tools) throws Exception {
        var topic = "logs.benchmark-" + UUID.randomUUID();
        try (var admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
            var readings = List.of(
                    produce.reads(tools.produce(client, topic, RECORDS)),
                    consume.reads(tools.consume(client, topic, RECORDS)),
                    latency.reads(tools.latency(client, topic, ONE_BY_ONE)));
            admin.deleteTopics(List.of(topic)).all().get();
            return readings;
        }
    }
}
