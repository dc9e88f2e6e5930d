package dev.millrace.cdc.progress;

/**
 * A place in a database's change log.
 *
 * @param lsn every transaction that was committed before this byte of the write-ahead log is through
 * @param records and so many records of the transaction after it
 */
public record Position(long lsn, long records) {

    public static Position at(long lsn) {
        return new Position(lsn, 0);
    }

    Position next() {
        return new Position(lsn, records + 1);
    }

    /** As PostgreSQL writes it: 0/16B3748. */
    public String log() {
        return Long.toHexString(lsn >>> 32).toUpperCase()
                + '/'
                + Long.toHexString(lsn & 0xFFFFFFFFL).toUpperCase();
    }
}
