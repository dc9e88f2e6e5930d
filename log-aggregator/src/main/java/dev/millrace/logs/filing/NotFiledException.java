package dev.millrace.logs.filing;

/** Why a record of the log topic was put aside. */
final class NotFiledException extends Exception {

    NotFiledException(String reason) {
        super(reason);
    }
}
