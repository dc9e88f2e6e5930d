package dev.millrace.orderservice.deciding;

/** No decision can be made about a record, now or later: it goes to the dead letters and the partition goes on. */
final class UndecidableCommandException extends RuntimeException {

    private final transient RuntimeException reason;

    UndecidableCommandException(RuntimeException reason) {
        super(reason);
        this.reason = reason;
    }

    RuntimeException reason() {
        return reason;
    }
}
