package dev.millrace.broker.skew;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampledKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "order-1", "Zürich", "a long one, of more than thirty-two bytes"})
    void goesWhereKafkaPutsIt(String key) {
        for (var partitions = 1; partitions < 50; partitions++) {
            assertThat(SampledKey.of(key.getBytes(UTF_8)).partitionOf(partitions))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), partitions));
        }
    }

    @ParameterizedTest
    @CsvSource({"order-1, order-1", "Zürich, Zürich", "'', ''"})
    void isShownAsTheStringItIs(String key, String shown) {
        assertThat(SampledKey.of(key.getBytes(UTF_8)).text()).isEqualTo(shown);
    }

    @Test
    void isShownInBytesWhereItIsNoString() {
        assertThat(SampledKey.of(new byte[] {0, 0, 1, 5}).text()).isEqualTo("0x00000105");
        assertThat(SampledKey.of(new byte[] {(byte) 0xff, 'a'}).text()).isEqualTo("0xff61");
        assertThat(SampledKey.of(new byte[100]).text()).isEqualTo("0x" + "00".repeat(32) + "...");
    }

    @Test
    void isShownShortenedAndStaysTheSameKey() {
        var one = SampledKey.of("😀".repeat(65).getBytes(UTF_8));
        assertThat(one.text()).isEqualTo("😀".repeat(64) + "...");
        assertThat(one)
                .isEqualTo(SampledKey.of("😀".repeat(65).getBytes(UTF_8)))
                .isNotEqualTo(SampledKey.of("😀".repeat(66).getBytes(UTF_8)));
    }
}
