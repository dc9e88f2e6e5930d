package dev.millrace.orderservice.verifying;

/** How far a verification is: all but the first are its ends. */
enum VerificationState {
    RUNNING,
    /** Everything was compared, whatever was found. */
    FINISHED,
    CANCELLED,
    /** Something it depends on was away, so not everything was compared. */
    FAILED
}
