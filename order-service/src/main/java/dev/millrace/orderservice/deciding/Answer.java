package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.domain.Refusal;

/** What a caller is told about a command. */
sealed interface Answer {

    /** The version of the order after the command. */
    long version();

    /** The command happened, in so many events. */
    record Accepted(long version, int events) implements Answer {}

    /** The command did not happen. */
    record Refused(long version, Refusal refusal, String detail) implements Answer {}
}
