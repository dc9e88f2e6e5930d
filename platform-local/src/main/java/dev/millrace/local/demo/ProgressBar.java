package dev.millrace.local.demo;

import dev.millrace.local.demo.drive.Driver.Progress;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/** How far the demo is: a bar that redraws itself on a terminal, a line per tenth elsewhere. */
final class ProgressBar implements Progress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private final int total;
    private final AtomicInteger done = new AtomicInteger();
    private final long started = System.nanoTime();

    ProgressBar(PrintStream out, boolean terminal, int total) {
        this.out = out;
        this.terminal = terminal;
        this.total = total;
    }

    @Override
    public void advance() {
        int now = done.incrementAndGet();
        int steps = terminal ? 200 : 10;
        if (now == total || now * steps / total != (now - 1) * steps / total) {
            draw(now);
        }
    }

    private synchronized void draw(int now) {
        double seconds = (System.nanoTime() - started) / 1e9;
        int filled = (int) ((long) WIDTH * now / total);
        out.printf(
                terminal ? "\r  %s%s %d/%d  %.0f/s" : "  %s%s %d/%d  %.0f/s%n",
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                now,
                total,
                now / seconds);
        if (terminal && now == total) {
            out.println();
        }
        out.flush();
    }
}
