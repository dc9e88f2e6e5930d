package dev.millrace.local.platform;

/** What a component is doing. */
public enum State {
    WAITING,
    PREPARING,
    STARTING,
    READY,
    STOPPING,
    STOPPED,
    FAILED
}
