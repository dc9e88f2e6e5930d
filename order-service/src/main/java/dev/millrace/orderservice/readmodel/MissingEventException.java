package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.wire.RecordedEvent;

/** An event came whose predecessor never did: what the view would say of the order can't be known. */
final class MissingEventException extends IllegalStateException {

    MissingEventException(RecordedEvent recorded, long seen) {
        super("Version " + recorded.version() + " of the order " + recorded.orderId() + " follows version " + seen);
    }
}
