package dev.millrace.starter.outages;

/** For a service to say that something it depends on is away, where the failure itself does not tell. */
public final class OutageException extends RuntimeException {

    public OutageException(String message) {
        super(message);
    }

    public OutageException(String message, Throwable cause) {
        super(message, cause);
    }
}
