package dev.millrace.cdc.progress;

/**
 * Which log a position is a place of: a restored or failed-over database goes on with another one.
 *
 * @param system what PostgreSQL calls the system identifier, given to a cluster when it is made
 * @param timeline counts how often the cluster was recovered to a moment or promoted
 */
public record Origin(String system, int timeline) {

    @Override
    public String toString() {
        return "timeline %d of system %s".formatted(timeline, system);
    }
}
