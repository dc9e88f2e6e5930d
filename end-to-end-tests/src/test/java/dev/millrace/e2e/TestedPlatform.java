package dev.millrace.e2e;

import java.net.URI;
import java.util.Map;

/** A whole platform under test, whatever its parts run in. */
interface TestedPlatform {

    /** Starts everything and returns when everything is ready. */
    void start();

    void stop();

    /** Properties of a client of Kafka that comes as one of the users. */
    Map<String, Object> kafkaAs(String user);

    /** The registry's Confluent-compatible API. */
    URI schemaRegistry();

    URI elasticsearch();

    /** Where each service answers, by name. */
    Map<String, URI> services();

    /** Ends a component as {@code kill -9} does. */
    void kill(String component);

    /** Starts a component again over its own data and returns when it is ready. */
    void restart(String component);
}
