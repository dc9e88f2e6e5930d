package dev.millrace.benchmarks.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Machine MACHINE = new Machine(2, 23.5, "a CPU", "a JVM", "an OS");
    private static final Instant AT = Instant.parse("2026-11-22T18:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void writesMediansRatioAndPromise() throws IOException {
        var measure = new Measure("throughput", "orders/s", Goal.atLeastTimesThePeer(2));
        var finding = new Finding(measure, new Samples(List.of(1_000_000.4)), new Samples(List.of(400_000.0)));
        assertThat(written(finding)).isEqualTo("""
                        {"name":"orders",
                         "machine":{"cores":2,"memoryGiB":23.5,"cpu":"a CPU","jvm":"a JVM","os":"an OS"},
                         "at":"2026-11-22T18:00:00Z",
                         "measures":[{"measure":"throughput","unit":"orders/s","ours":1000000,"peer":400000,"ratio":2.5,
                                      "goal":">= 2 x peer","holds":true}]}
                        """.replaceAll("\n *", ""));
    }

    @Test
    void writesNullWhereThereIsNothing() throws IOException {
        var finding = new Finding(new Measure("throughput", "orders/s"), new Samples(List.of(12.3456)), null);
        assertThat(written(finding))
                .contains("\"ours\":12.35,\"peer\":null,\"ratio\":null,\"goal\":null,\"holds\":null");
    }

    @Test
    void tellsTheMachineWithoutItsName() throws IOException {
        var machine = Machine.here();
        assertThat(machine.cores()).isPositive();
        assertThat(machine.memoryGiB()).isPositive();
        assertThat(machine.cpu()).isNotBlank();
        assertThat(machine.os()).contains(System.getProperty("os.name"));
    }

    private String written(Finding finding) throws IOException {
        var file = Report.of("orders", MACHINE, AT, List.of(finding)).writeInto(folder);
        assertThat(file).hasFileName("orders.json");
        return JSON.readTree(Files.readString(file)).toString();
    }
}
