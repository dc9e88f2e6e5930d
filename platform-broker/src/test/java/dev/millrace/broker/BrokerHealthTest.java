package dev.millrace.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerHealthTest {

    @TempDir
    Path folder;

    @Test
    void tellsOfNodeQuorumPartitionsAndDisk() throws Exception {
        try (var broker = BrokerProcess.start(folder).awaitReady()) {
            assertThat(broker.get("/actuator/health"))
                    .startsWith("200")
                    .contains(
                            "\"node\":{\"details\":{\"state\":\"RUNNING\"},\"status\":\"UP\"}",
                            "\"leader\":1,\"voters\":[1],\"lagging\":[]",
                            "\"offline\":0,\"underMinInSync\":0,\"underReplicated\":0",
                            "\"path\":\"" + folder.resolve("data"));
            assertThat(broker.get("/actuator/health/readiness"))
                    .contains("\"node\"")
                    .doesNotContain("\"partitions\"");
        }
    }

    @Test
    void losesNeitherLifeNorReadinessToADiskThatIsNearlyFull() throws Exception {
        var tooMuch = Map.of("management.health.diskspace.threshold", "1000TB");
        try (var broker = BrokerProcess.start(folder, tooMuch).awaitReady()) {
            assertThat(broker.get("/actuator/health")).startsWith("503").contains("\"free\":");
            assertThat(broker.get("/actuator/health/readiness")).startsWith("200");
            assertThat(broker.get("/actuator/health/liveness")).isEqualTo("200 {\"status\":\"UP\"}");
        }
    }
}
