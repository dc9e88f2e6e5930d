package dev.millrace.starter.logs;

import java.util.concurrent.atomic.AtomicLong;

/** What became of the lines of one process: written = shipped + dropped + those still on their way. */
final class LogCounts {

    private final AtomicLong written = new AtomicLong();
    private final AtomicLong shipped = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    /** The sequence of the new line. */
    long writtenOneMore() {
        return written.incrementAndGet();
    }

    void shippedOneMore() {
        shipped.incrementAndGet();
    }

    void dropped(int lines) {
        dropped.addAndGet(lines);
    }

    long written() {
        return written.get();
    }

    long shipped() {
        return shipped.get();
    }

    long dropped() {
        return dropped.get();
    }
}
