package dev.millrace.broker.skew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArrivalsTest {

    private static final int LOOKS = 3;

    static Stream<Arguments> topics() {
        return Stream.of(
                arguments("was seen once", arrivals("900 100"), Map.of()),
                arguments("gets nothing", arrivals("900 100", "900 100"), Map.of()),
                arguments("gets too little to tell", arrivals("900 100", "905 100"), Map.of()),
                arguments("has one partition", arrivals("0", "900"), Map.of()),
                arguments("gets all in one partition", arrivals("900 100", "900 200"), Map.of("topic", 100.0)),
                arguments("gets most in one of two", arrivals("0 0", "800 200"), Map.of("topic", 4.0)),
                arguments("gets most in one of four", arrivals("0 0 0 0", "400 80 120 100"), Map.of("topic", 4.0)),
                arguments("evens out what was uneven", arrivals("900 100", "950 150"), Map.of("topic", 1.0)),
                arguments("was uneven before", arrivals("0 0", "900 0", "950 50", "1000 100"), Map.of("topic", 1.0)),
                arguments("was made again", arrivals("900 900", "50 0"), Map.of()),
                arguments("has just been made", arrivals("", "900 0"), Map.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("topics")
    void tellHowUnevenATopicIsThat(String what, Arrivals arrivals, Map<String, Double> skews) {
        assertThat(arrivals.skews(10)).as(what).isEqualTo(skews);
    }

    @Test
    void areNoneBeforeTheFirstLook() {
        assertThat(Arrivals.NONE.skews(1)).isEmpty();
    }

    /** Where each partition ended, look by look. */
    private static Arrivals arrivals(String... looks) {
        return Arrays.stream(looks)
                .map(ArrivalsTest::ends)
                .reduce(Arrivals.NONE, (before, look) -> before.followedBy(look, LOOKS), (_, later) -> later);
    }

    private static Map<TopicPartition, Long> ends(String look) {
        var ends = new HashMap<TopicPartition, Long>();
        for (var end : look.split(" ", -1)) {
            if (!end.isEmpty()) {
                ends.put(new TopicPartition("topic", ends.size()), Long.valueOf(end));
            }
        }
        return ends;
    }
}
