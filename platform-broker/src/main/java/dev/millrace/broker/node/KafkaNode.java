package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node of Kafka, broker and controller, in this process. */
public final class KafkaNode implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    private final NodeSettings settings;
    private final DataFolder folder;
    private final KafkaRaftServer kafka;

    private KafkaNode(NodeSettings settings, DataFolder folder, KafkaRaftServer kafka) {
        this.settings = settings;
        this.folder = folder;
        this.kafka = kafka;
    }

    /** Returns when the node serves. */
    public static KafkaNode start(NodeSettings settings) throws IOException {
        settings.ports().forEach(Port::refuseIfTaken);
        var folder = DataFolder.open(settings);
        try {
            var node = new KafkaNode(settings, folder, kafka(settings, folder));
            node.startup();
            return node;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static KafkaRaftServer kafka(NodeSettings settings, DataFolder folder) {
        try {
            TokenAddresses.allow(settings);
            var properties = KafkaProperties.of(settings, folder.kafka());
            return new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        } catch (ConfigException e) {
            throw new StartRefused(
                    "Kafka does not accept a setting: %s".formatted(e.getMessage()), "Correct millrace.broker.kafka.");
        }
    }

    private void startup() {
        try {
            kafka.startup();
        } catch (RuntimeException e) {
            kafka.shutdown();
            throw e;
        }
        log.atInfo().addKeyValue("server.address", address()).log("Kafka serves");
    }

    /** Its number in the cluster. */
    public int id() {
        return settings.nodeId();
    }

    /** Whether it holds records, and is no controller alone. */
    public boolean isBroker() {
        return settings.is(NodeSettings.Role.BROKER);
    }

    /** Where clients find the node: host and port. */
    public String address() {
        return settings.clientAddress();
    }

    /** Properties of a client that may do everything here. */
    public Map<String, Object> connection() {
        return Listeners.client(settings);
    }

    @Override
    public void close() throws IOException {
        kafka.shutdown();
        kafka.awaitShutdown();
        folder.close();
        log.info("Kafka stopped");
    }
}
