package dev.millrace.benchmarks.broker;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** platform-broker as a platform runs it: everybody logs in, and every request is checked. */
record OurKafka(LocalPlatform platform, double startSeconds) implements RunningKafka {

    private static final String KAFKA = "kafka";

    /** Ready means more than that Kafka answers: every topic, user and right is as declared. */
    static OurKafka start(Folders folders, Ports ports, int brokers) {
        var platform = LocalPlatform.open(folders, ports, OptionalInt.of(brokers), names(brokers), Observer.NOBODY);
        var began = System.nanoTime();
        platform.start();
        return new OurKafka(platform, (System.nanoTime() - began) / 1e9);
    }

    private static List<String> names(int brokers) {
        return brokers == 1
                ? List.of(KAFKA)
                : IntStream.rangeClosed(1, brokers)
                        .mapToObj(number -> KAFKA + "-" + number)
                        .toList();
    }

    /** Makes what later starts are faster with. */
    void prepareNextStart() throws IOException {
        platform.prepareNextStart();
    }

    @Override
    public Map<String, Object> client() {
        return platform.kafkaAs("operator");
    }

    @Override
    public long memory() {
        return requireNonNull(platform.memory().get(KAFKA));
    }

    @Override
    public void close() {
        platform.close();
    }
}
