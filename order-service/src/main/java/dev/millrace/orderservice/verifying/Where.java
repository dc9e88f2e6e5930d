package dev.millrace.orderservice.verifying;

/** What a difference was found in. */
enum Where {
    /** The events themselves: the core cannot follow one, so there is nothing to compare the order with. */
    EVENTS,
    STATE_STORE,
    READ_MODEL
}
