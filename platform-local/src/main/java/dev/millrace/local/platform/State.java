package dev.millrace.local.platform;

/** What a component is doing. */
public enum State {
    WAITING,
    UNPACKING,
    PREPARING,
    STARTING,
    READY,
    STOPPING,
    STOPPED,
    FAILED
}
