package dev.millrace.broker.groups;

/** What a group makes of its partition, in the terms of LinkedIn's Burrow. */
enum State {
    /** It keeps up. */
    OK(0),
    /** It reads, and falls behind all the same. */
    WARN(1),
    /** It has gone back and reads again what it had read. */
    REWIND(2),
    /** It has members and makes no progress. */
    STALL(3),
    /** It has no members while records wait. */
    STOP(4);

    private final int severity;

    State(int severity) {
        this.severity = severity;
    }

    /** The worse, the greater: what the metric shows. */
    int severity() {
        return severity;
    }
}
