package dev.millrace.local.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.State;
import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void tellWhatTakesItsTimeAndHowLongItTook() {
        show(State.WAITING, State.UNPACKING, State.STARTING, State.READY, State.STOPPING, State.STOPPED);
        assertThat(out.toString(UTF_8)).matches("""
                        engine           unpacking
                        engine           starting
                        engine           ready after \\d+\\.\\d s
                        engine           stopping
                        engine           stopped after \\d+\\.\\d s
                        """);
    }

    @Test
    void keepQuietAboutWhatIsDoneInAMoment() {
        show(State.WAITING, State.PREPARING);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private void show(State... states) {
        try (var lines = new Lines(new PrintStream(out, true, UTF_8))) {
            for (var state : states) {
                lines.changed(new Engine(), state);
            }
        }
    }

    private record Engine() implements Component {

        @Override
        public String name() {
            return "engine";
        }

        @Override
        public List<Port> ports() {
            return List.of();
        }

        @Override
        public Program program() {
            throw new IllegalStateException("is never started");
        }

        @Override
        public boolean isReady() {
            return false;
        }
    }
}
