package dev.millrace.broker.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 7d, 604800000",
        "retention.ms, 1h, 3600000",
        "retention.ms, 604800000, 604800000",
        "retention.ms, -1, -1",
        "segment.bytes, 64MB, 67108864",
        "segment.bytes, 64mb, 67108864",
        "cleanup.policy, 'compact,delete', 'compact,delete'"
    })
    void takesTimesAndSizesAsPeopleWriteThem(String setting, String written, String understood) {
        assertThat(new Topic("logs.orders", 12, Map.of(setting, written)).config())
                .containsExactly(Map.entry(setting, understood));
    }

    @Test
    void refusesATimeWithoutAUnit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("logs.orders", 12, Map.of("retention.ms", "a week")));
    }

    @Test
    void refusesATopicWithoutPartitions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("logs.orders", 0, Map.of()))
                .withMessage("logs.orders has no partitions");
    }

    @Test
    void refusesANameThatKafkaWouldRefuse() {
        assertThatThrownBy(() -> new Topic("logs orders", 1, Map.of())).isInstanceOf(InvalidTopicException.class);
    }

    @ParameterizedTest
    @CsvSource({"retention.ms, 7d", "retention.bytes, 1GB", "cleanup.policy, compact"})
    void neverLetsAnEventStoreForget(String setting, String value) {
        var config = new HashMap<>(Map.of("retention.ms", "-1", "retention.bytes", "-1"));
        config.put(setting, value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("events.orders", 12, config))
                .withMessageContaining("events.orders is an event store");
        assertThat(new Topic("events.orders.dlt", 12, config).config()).hasSameSizeAs(config);
    }

    @Test
    void leavesKafkasOwnTopicsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Topic("__consumer_offsets", 4, Map.of()))
                .withMessage("__consumer_offsets is Kafka's own");
    }
}
