package dev.millrace.local.screen;

import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.State;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A table that draws itself over itself a few times a second. */
final class Table implements Screen {

    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final Duration MEASURE = Duration.ofSeconds(2);

    private final PrintStream out;
    private final Supplier<Map<String, Long>> memory;
    private final Timeline timeline = new Timeline();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("table-", 0).factory());
    private volatile Map<String, Long> measured = Map.of();
    private int height;

    Table(PrintStream out, Supplier<Map<String, Long>> memory) {
        this.out = out;
        this.memory = memory;
        var _ = clock.scheduleWithFixedDelay(this::draw, 0, REDRAW.toMillis(), TimeUnit.MILLISECONDS);
        var _ = clock.scheduleWithFixedDelay(
                this::measure, MEASURE.toMillis(), MEASURE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void changed(Component component, State state) {
        timeline.note(component.name(), state, Instant.now());
    }

    @Override
    public void close() {
        clock.shutdownNow();
        measure();
        draw();
    }

    private void measure() {
        measured = memory.get();
    }

    private synchronized void draw() {
        var now = Instant.now();
        var rows = timeline.rows();
        var text = new StringBuilder();
        if (height > 0) {
            text.append("\033[").append(height).append('A');
        }
        text.append(line("component", "state", "seconds", "memory"));
        rows.forEach((name, row) -> text.append(
                line(name, row.state().name().toLowerCase(Locale.ROOT), Units.seconds(row.took(now)), memoryOf(name))));
        height = rows.size() + 1;
        out.print(text);
        out.flush();
    }

    private static String line(String component, String state, String seconds, String memory) {
        return "\033[2K  %-16s %-10s %8s %10s%n".formatted(component, state, seconds, memory);
    }

    private String memoryOf(String name) {
        var bytes = measured.get(name);
        return bytes == null ? "" : Units.megabytes(bytes) + " MB";
    }
}
