package dev.millrace.broker.topics;

import org.jspecify.annotations.Nullable;

/** Kafka did not do what it was asked, or gave no answer. */
final class ClusterRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClusterRefused(@Nullable Throwable cause) {
        super(cause);
    }
}
