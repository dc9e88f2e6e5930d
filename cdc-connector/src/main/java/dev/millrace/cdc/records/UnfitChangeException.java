package dev.millrace.cdc.records;

/** A change that its Avro schema cannot take; says which field, never what is in it. */
public final class UnfitChangeException extends RuntimeException {

    UnfitChangeException(String message) {
        super(message);
    }

    UnfitChangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
