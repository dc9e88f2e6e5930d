package dev.millrace.local.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.local.engines.PostgreSql;
import dev.millrace.local.settings.Brokers;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {

    @TempDir
    private Path folder;

    @Test
    void nameATakenPortTogetherWithWhoHoldsIt() throws IOException {
        var settings = settings();
        var port = settings.ports().of(Port.POSTGRESQL);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Preconditions.check(settings, List.of(new PostgreSql(settings))))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("Port %d, which postgresql needs".formatted(port))
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void keepAClusterWhereItsControllersFindEachOther() throws IOException {
        Ports.shiftedBy(500).writeTo(new Folders(folder, folder).ports());
        var cluster = Brokers.in(folder, OptionalInt.of(3));
        Files.createFile(cluster.born());
        assertThatThrownBy(() -> Preconditions.check(settings(), List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("--port-offset 500");
    }

    @Test
    void areMetWhereNothingIsInTheWay() throws IOException {
        var settings = settings();
        assertThatCode(() -> Preconditions.check(settings, List.of(new PostgreSql(settings))))
                .doesNotThrowAnyException();
    }

    private Settings settings() throws IOException {
        return new Settings(
                new Folders(folder, folder),
                Ports.free(),
                Heaps.STANDARD,
                Credentials.in(folder),
                Brokers.in(folder, OptionalInt.empty()));
    }
}
