package dev.millrace.local.screen;

import dev.millrace.local.platform.Observer;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.Supplier;

/** Shows a person how components come and go. */
public interface Screen extends Observer, AutoCloseable {

    /** A table that redraws itself on a terminal, lines elsewhere. */
    static Screen on(PrintStream out, boolean terminal, Supplier<Map<String, Long>> memory) {
        return terminal ? new Table(out, memory) : new Lines(out);
    }

    /** Leaves what is shown as it is; later output goes below. */
    @Override
    void close();
}
