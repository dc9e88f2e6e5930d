package dev.millrace.search.indexing;

/** Why a record was put aside rather than indexed. */
final class NotIndexableException extends Exception {

    NotIndexableException(String reason) {
        super(reason);
    }
}
