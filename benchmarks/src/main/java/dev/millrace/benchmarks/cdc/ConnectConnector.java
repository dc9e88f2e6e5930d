package dev.millrace.benchmarks.cdc;

import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.benchmarks.tools.QuietLogging;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.Platform;
import dev.millrace.local.processes.Memory;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

/** Debezium in a worker of Kafka Connect. */
record ConnectConnector(Platform worker, Rest rest) implements Connector, AutoCloseable {

    private static final String CONNECTOR = "/connectors/users";
    private static final String TOPIC = ConnectSettings.TOPIC_PREFIX + ".public.users";
    private static final int PARTITIONS = 12;

    static ConnectConnector start(Workplace workplace, LocalPlatform platform, ConnectSettings settings)
            throws IOException, InterruptedException, ExecutionException {
        var client = platform.kafkaAs("operator");
        createTopic(client);
        var folders =
                new Folders(workplace.platform().home(), workplace.scratch().resolve("peer"));
        var process = new KafkaConnect(
                folders,
                Ports.free().of(Port.CDC_CONNECTOR),
                settings.worker(client),
                QuietLogging.in(workplace.scratch()));
        var connector = new ConnectConnector(new Platform(folders, Observer.NOBODY), new Rest(process.address()));
        workplace.use(connector);
        connector.worker.start(List.of(process));
        var database = platform.database("users", "cdc_connector");
        connector.rest.tell(
                "PUT", CONNECTOR + "/config", new JsonMapper().writeValueAsString(settings.connector(database)));
        return connector;
    }

    /** As ours is. */
    private static void createTopic(Map<String, Object> client) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(client)) {
            var topic = new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /** Its tasks end, and with them the connection to PostgreSQL. */
    @Override
    public void pause() throws IOException, InterruptedException {
        rest.tell("PUT", CONNECTOR + "/stop", "");
        rest.await(
                CONNECTOR + "/status",
                status -> status.path("connector").path("state").asString().equals("STOPPED")
                        && status.path("tasks").isEmpty());
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        rest.tell("PUT", CONNECTOR + "/resume", "");
    }

    @Override
    public long memory() {
        return Memory.of(worker.child(KafkaConnect.NAME).handle());
    }

    @Override
    public void close() {
        worker.stop();
    }
}
