package dev.millrace.cdc.progress;

/**
 * Follows the records of a change log and tells those that Kafka has already. The log of a database always comes back
 * from the start of a transaction, with the same records in the same order: counting them is enough.
 */
public final class Progress {

    private Position written;
    private long read;

    public Progress(Position written) {
        this.written = written;
    }

    /** Every transaction before {@code lsn} is through. */
    public void reach(long lsn) {
        if (lsn <= written.lsn()) {
            return;
        }
        if (read < written.records()) {
            throw new IllegalStateException("After %s the log has %d records, but %d of them were written before"
                    .formatted(written.log(), read, written.records()));
        }
        restart(lsn);
    }

    /** A snapshot was made as of {@code lsn}, or has ended: its records do not count for the transaction after it. */
    public void restart(long lsn) {
        written = Position.at(lsn);
        read = 0;
    }

    /** Takes the next record: false where it was written before. */
    public boolean advance() {
        read++;
        if (read <= written.records()) {
            return false;
        }
        written = written.next();
        return true;
    }

    /** Where everything stands once the records taken so far are written. */
    public Position position() {
        return written;
    }
}
