package dev.millrace.broker.groups;

/**
 * What is to be thought of a group in a partition.
 *
 * @param reason what was seen, in sentences
 * @param action what to do about it, in sentences; empty where there is nothing to do
 */
record Verdict(State state, Cause cause, String reason, String action) {

    static Verdict ok(String reason) {
        return new Verdict(State.OK, Cause.NONE, reason, "");
    }
}
