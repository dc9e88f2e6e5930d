package dev.millrace.local.screen;

import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.State;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** A line for whatever is worth one, for logs of builds. */
final class Lines implements Screen {

    private final PrintStream out;
    private final Timeline timeline = new Timeline();

    Lines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void changed(Component component, State state) {
        var now = Instant.now();
        var row = timeline.note(component.name(), state, now);
        switch (state) {
            case UNPACKING, STARTING, STOPPING -> print(component, state, "");
            case READY, STOPPED, FAILED -> print(component, state, " after " + Units.seconds(row.took(now)) + " s");
            case WAITING, PREPARING -> {} // soon followed by something that is worth a line
        }
    }

    private void print(Component component, State state, String after) {
        out.printf("%-16s %s%s%n", component.name(), state.name().toLowerCase(Locale.ROOT), after);
    }

    @Override
    public void close() {}
}
