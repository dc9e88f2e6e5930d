package dev.millrace.broker;

import org.apache.kafka.common.utils.Exit;

/** The application with a Kafka that gives up as soon as it serves, the way Kafka does it: from a thread of its own. */
final class KafkaGivesUp {

    public static void main(String... args) {
        BrokerApplication.main(args);
        new Thread(() -> Exit.halt(0, "all log dirs have failed")).start();
    }
}
