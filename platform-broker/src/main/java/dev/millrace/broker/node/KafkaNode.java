package dev.millrace.broker.node;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node of Kafka, broker and controller, in this process. */
public final class KafkaNode implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    private final NodeSettings settings;
    private final KafkaRaftServer server;

    private KafkaNode(NodeSettings settings, KafkaRaftServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Returns when the node serves. */
    public static KafkaNode start(NodeSettings settings) {
        new DataFolder(settings).open();
        var server = new KafkaRaftServer(new KafkaConfig(KafkaProperties.of(settings), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
        log.atInfo().addKeyValue("server.address", settings.clientAddress()).log("Kafka serves");
        return new KafkaNode(settings, server);
    }

    /** Where clients find the node: host and port. */
    public String address() {
        return settings.clientAddress();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        log.info("Kafka stopped");
    }
}
