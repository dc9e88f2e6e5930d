package dev.millrace.cdc.records;

/** A change that its Avro schema cannot take. Says which field and never what is in it, so it has no cause. */
public final class UnfitChangeException extends RuntimeException {

    UnfitChangeException(String message) {
        super(message);
    }
}
