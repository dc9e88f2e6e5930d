package dev.millrace.benchmarks.load;

import java.io.IOException;

/** One caller that waits for each answer before it asks again. */
public interface Client extends AutoCloseable {

    /** Asks once, and tells the status of the answer. */
    int call() throws IOException;

    @Override
    void close() throws IOException;

    /** Opens a client; a failure ends the whole run. */
    @FunctionalInterface
    interface Factory {
        Client open() throws IOException;
    }
}
