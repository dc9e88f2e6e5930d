package dev.millrace.broker.skew;

import static dev.millrace.broker.skew.Sampled.keys;
import static dev.millrace.broker.skew.Sampled.partition;
import static dev.millrace.broker.skew.Sampled.topic;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.millrace.broker.skew.TopicSkew.Key;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TopicSkewTest {

    private static final Map<String, Integer> NO_KEYS = Map.of();

    static Stream<Arguments> topics() {
        return Stream.of(
                arguments("is empty", samples(0, 0), "Too few records to tell (0)", "No record with a key"),
                arguments("has a few records", samples(9, 0), "Too few records to tell (9)", "No record with a key"),
                arguments("has one partition", samples(900), "one partition", "No record with a key"),
                arguments("is even", samples(500, 510), "Partition 1 has 50% of the records, 1.0 times", "No record"),
                arguments("is uneven", samples(100, 900), "Partition 1 has 90% of the records, 1.8", "No record"),
                arguments("has a few keys", topic(2, keys(9, 1)), "Too few records", "Too few records with a key"),
                arguments("has many keys", topic(4, keys(1000, 1)), "none is hot", "With 8 partitions the fullest"),
                arguments(
                        "has a hot key",
                        topic(4, hot()),
                        "it is hot",
                        "8 partitions can't help: the key hot alone has 75%"),
                arguments("has another partitioner", strays(), "none is hot", "are not where Kafka's default"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void tellsHowItIsSpreadAndWhatCouldBe(String what, List<PartitionSample> samples, String verdict, String outlook) {
        var skew = TopicSkew.of("topic", samples, Map.of(), 2 * samples.size());
        assertThat(skew.verdict()).as(what).contains(verdict);
        assertThat(skew.outlook()).as(what).contains(outlook);
    }

    @Test
    void namesTheHottestKeysFirst() {
        var skew = TopicSkew.of("topic", topic(4, hot()), Map.of(), 8);
        assertThat(skew.keys())
                .hasSize(10)
                .startsWith(new Key("hot", BuiltInPartitioner.partitionForKey("hot".getBytes(UTF_8), 4), 3000, 0.75));
    }

    @Test
    void countsAFullPartitionForMoreThanAnEmptyOneOfWhichAsMuchWasSeen() {
        var samples = List.of(partition(0, 900, Map.of("common", 10), 0), partition(1, 100, Map.of("rare", 5), 5));
        var skew = TopicSkew.of("topic", samples, Map.of(), 4);
        assertThat(skew.keys()).containsExactly(new Key("common", 0, 10, 0.9), new Key("rare", 1, 5, 0.05));
        assertThat(skew.withoutKey()).isEqualTo(0.05);
    }

    @Test
    void marksTheHotPartitionAlone() {
        var skew = TopicSkew.of("topic", samples(100, 100, 500), Map.of(2, 4096L), 6);
        assertThat(skew.partitions()).extracting(TopicSkew.Partition::hot).containsExactly(false, false, true);
        assertThat(skew.partitions()).extracting(TopicSkew.Partition::bytes).containsExactly(null, null, 4096L);
    }

    @Test
    void spreadsKeysAsKafkaWould() {
        var keys = keys(1000, 1);
        var spreads = TopicSkew.of("topic", topic(4, keys), Map.of(), 8).spreads();
        var expected = new int[8];
        keys.keySet().forEach(key -> expected[BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), 8)]++);
        var moved = keys.keySet().stream()
                .map(key -> key.getBytes(UTF_8))
                .filter(key -> BuiltInPartitioner.partitionForKey(key, 4) != BuiltInPartitioner.partitionForKey(key, 8))
                .count();
        assertThat(spreads).extracting(Spread::partitions).containsExactly(4, 8);
        assertThat(spreads.getFirst().keysElsewhere()).isZero();
        assertThat(spreads.getLast().keysElsewhere()).isEqualTo((int) moved);
        assertThat(spreads.getLast().largestShare())
                .isCloseTo(Arrays.stream(expected).max().orElseThrow() / 1000.0, within(1e-9));
    }

    private static List<PartitionSample> samples(int... records) {
        return IntStream.range(0, records.length)
                .mapToObj(number -> partition(number, NO_KEYS, records[number]))
                .toList();
    }

    private static Map<String, Integer> hot() {
        var keys = new HashMap<>(keys(1000, 1));
        keys.put("hot", 3000);
        return keys;
    }

    /** All keys that Kafka puts into the first partition are in the second, and the other way round. */
    private static List<PartitionSample> strays() {
        var placed = topic(2, keys(1000, 1));
        return List.of(elsewhere(placed.getFirst(), 1), elsewhere(placed.getLast(), 0));
    }

    private static PartitionSample elsewhere(PartitionSample sample, int partition) {
        return new PartitionSample(partition, sample.records(), sample.covered(), sample.keys(), sample.withoutKey());
    }
}
