package dev.millrace.local.demo.drive;

import dev.millrace.local.demo.shop.Step;

/** What became of a step. */
public sealed interface Outcome {

    Step step();

    /** Accepted: the order stands at {@code version} now, after {@code events} events of this step. */
    record Accepted(Step step, long version, int events) implements Outcome {}

    /** Refused by a rule of the shop. */
    record Refused(Step step, String reason) implements Outcome {}

    /** Not sent, as the order it belongs to was refused. */
    record Skipped(Step step) implements Outcome {}

    /** No answer that says what became of it. */
    record Failed(Step step, String why) implements Outcome {}
}
