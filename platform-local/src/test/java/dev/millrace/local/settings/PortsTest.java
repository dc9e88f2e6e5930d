package dev.millrace.local.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    private Path folder;

    @Test
    void areAllShiftedAlike() {
        assertThat(Ports.shiftedBy(100).of(Port.KAFKA)).isEqualTo(9192);
        assertThat(Ports.shiftedBy(100).of(Port.ORDER_SERVICE)).isEqualTo(8181);
    }

    @Test
    void differFromEachOtherWhenTheyAreFree() {
        var ports = Ports.free();
        assertThat(Stream.of(Port.values()).map(ports::of)).doesNotHaveDuplicates();
    }

    @Test
    void canBeLookedUpByAnotherProcess() throws IOException {
        var ports = Ports.free();
        ports.writeTo(folder.resolve("ports"));
        var read = Ports.readFrom(folder.resolve("ports"));
        assertThat(Stream.of(Port.values())).allMatch(port -> read.of(port) == ports.of(port));
    }
}
