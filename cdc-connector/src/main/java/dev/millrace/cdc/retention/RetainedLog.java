package dev.millrace.cdc.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a slot makes PostgreSQL keep at one moment, in bytes.
 *
 * @param retained from where the slot could be asked to start, to the end of the log
 * @param behind from what its reader has confirmed, to the end of the log
 * @param safe so much may be written until PostgreSQL gives the slot up or its disk is full; null where neither has a known
 *     limit
 */
public record RetainedLog(
        Instant at, long retained, long behind, @Nullable Long safe) {

    /** The same where the disk bears so many bytes of log and no more. */
    public RetainedLog onDiskFor(long bytes) {
        var left = bytes - retained;
        return new RetainedLog(at, retained, behind, safe == null ? left : Math.min(safe, left));
    }
}
