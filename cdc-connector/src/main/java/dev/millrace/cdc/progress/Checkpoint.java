package dev.millrace.cdc.progress;

import org.jspecify.annotations.Nullable;

/**
 * A position together with the log it belongs to.
 *
 * @param origin null where it was written before origins were
 */
public record Checkpoint(Position position, @Nullable Origin origin) {

    /** Of two logs the same place means different changes. */
    public void requireSame(Origin current) {
        if (origin != null && !origin.equals(current)) {
            throw ObstacleException.lasting(
                    ("The database was restored or has failed over: the position %s is of %s, and this is %s. Changes may be"
                                    + " missing or undone. POST /captures/{name}/start-over makes a new snapshot.")
                            .formatted(position.log(), origin, current));
        }
    }
}
