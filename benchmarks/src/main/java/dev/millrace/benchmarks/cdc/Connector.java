package dev.millrace.benchmarks.cdc;

import java.io.IOException;

/** A running process that carries the table of users to a topic. */
interface Connector {

    String topic();

    /** Returns when nothing is read any more; its process goes on. */
    void pause() throws IOException, InterruptedException;

    /** Lets it go on where it was; returns at once. */
    void resume() throws IOException, InterruptedException;

    /** Bytes that its process holds now. */
    long memory();
}
