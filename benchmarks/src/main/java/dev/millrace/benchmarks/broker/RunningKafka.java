package dev.millrace.benchmarks.broker;

import java.util.Map;

/** A Kafka that serves. */
interface RunningKafka extends AutoCloseable {

    /** Seconds from the start of its process until it answered. */
    double startSeconds();

    /** Properties of a client that may do everything. */
    Map<String, Object> client();

    /** Bytes that it holds now. */
    long memory();

    /** How one is started. */
    interface Start {
        RunningKafka start() throws Exception;
    }
}
