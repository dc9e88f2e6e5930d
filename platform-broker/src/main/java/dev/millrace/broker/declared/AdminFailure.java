package dev.millrace.broker.declared;

/** Kafka refused what an administrator asked of it, or gave no answer. */
public final class AdminFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdminFailure(String request, Throwable cause) {
        super("Kafka does not %s: %s".formatted(request, cause.getMessage()), cause);
    }
}
