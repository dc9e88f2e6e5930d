package dev.millrace.contracts.avro;

/** JSON that an Avro schema cannot take. Says which field and never what is in it, so it has no cause. */
public final class UnfitJsonException extends RuntimeException {

    UnfitJsonException(String message) {
        super(message);
    }
}
