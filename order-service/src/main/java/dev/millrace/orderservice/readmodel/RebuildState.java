package dev.millrace.orderservice.readmodel;

/** How far a rebuild is: the first two are running, the others are its ends. */
enum RebuildState {
    /** Reads the events from the first on, by itself. */
    COPYING,
    /** Has caught up: fed together with the active version, and compared with it. */
    VERIFYING,
    SWITCHED,
    CANCELLED,
    /** The versions differ, and nobody said that they may. */
    FAILED;

    boolean isRunning() {
        return this == COPYING || this == VERIFYING;
    }
}
