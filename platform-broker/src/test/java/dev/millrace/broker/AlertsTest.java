package dev.millrace.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsTest {

    @Test
    void sayWhatIsWrongAndHowBadItIs() throws Exception {
        assertThat(Alerts.read().rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule).containsKeys("alert", "expr", "for", "labels", "annotations");
            assertThat(rule)
                    .extracting("annotations")
                    .asInstanceOf(map(String.class, String.class))
                    .containsOnlyKeys("summary", "description");
            assertThat(rule)
                    .extracting("labels")
                    .asInstanceOf(map(String.class, String.class))
                    .extractingByKey("severity")
                    .isIn("critical", "warning");
        });
    }

    @Test
    void haveNamesOfTheirOwn() throws Exception {
        assertThat(Alerts.read().rules()).extracting(rule -> rule.get("alert")).doesNotHaveDuplicates();
    }

    @Test
    void areSearchedForMetrics() {
        var rule = Map.<String, Object>of(
                "expr", "sum by (instance) (rate(some_total{job=\"x\"}[5m])) > 2 * on (instance) other and third == 0");
        assertThat(new Alerts(List.of(rule)).metrics()).containsExactlyInAnyOrder("some_total", "other", "third");
    }
}
