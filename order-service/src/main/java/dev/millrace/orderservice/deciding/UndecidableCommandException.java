package dev.millrace.orderservice.deciding;

/** No decision can be made about a record, now or later: it goes to the dead letters and the partition goes on. */
final class UndecidableCommandException extends RuntimeException {

    UndecidableCommandException(RuntimeException cause) {
        super(cause.getMessage(), cause);
    }
}
