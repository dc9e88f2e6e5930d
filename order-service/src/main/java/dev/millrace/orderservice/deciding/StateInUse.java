package dev.millrace.orderservice.deciding;

/** Another process works on the state of this instance. */
final class StateInUse extends RuntimeException {

    StateInUse(String directory, Throwable cause) {
        super("Another instance works on the state in %s".formatted(directory), cause);
    }
}
