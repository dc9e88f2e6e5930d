package dev.millrace.broker;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that is not ours, where nobody logs in and rights are not asked for, is looked after like any other. */
class ForeignKafkaTest {

    @TempDir
    Path folder;

    private StockKafka kafka;

    @BeforeEach
    void start() throws Exception {
        kafka = StockKafka.start(folder);
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(List.of(new NewTopic("clicks", Optional.of(2), Optional.empty())))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        kafka.close();
    }

    @Test
    void isWatchedAndLeftAsItIs() throws Exception {
        try (var control = control().awaitReady()) {
            assertThat(control.get("/plan")).startsWith("200").contains("events.orders is missing");
            assertThat(control.get("/groups")).startsWith("200");
            assertThat(control.get("/topics/clicks/skew")).startsWith("200");
            assertThat(control.get("/topics/nothing/skew")).startsWith("404").contains("There is no topic nothing.");
        }
        assertThat(topics()).containsExactly("clicks");
    }

    @Test
    void isNotLookedAtTwiceAtATimeAndMayStaySilent() throws Exception {
        try (var control = control().awaitReady()) {
            kafka.pause();
            var looks = List.of(look(control), look(control));
            assertThat(looks.stream().map(CompletableFuture::join))
                    .anySatisfy(answer -> assertThat(answer).startsWith("429").contains("being looked at already"))
                    .anySatisfy(answer ->
                            assertThat(answer).startsWith("503").contains("Kafka does not describe topic clicks"));
        }
    }

    @Test
    void becomesFilesThatItIsAsDeclaredIn() throws Exception {
        var files = folder.resolve("files");
        assertThat(run("import", Map.of("millrace.import.folder", files))).contains("acls.yml");
        assertThat(run("plan", Map.of("millrace.declared.folder", files))).contains("as declared");
    }

    private BrokerProcess control() throws IOException {
        return BrokerProcess.start(
                folder,
                Map.of(
                        "millrace.broker.enabled",
                        false,
                        "millrace.declared.answer-within",
                        "3s",
                        "millrace.control.client.bootstrap.servers",
                        kafka.address()));
    }

    private static CompletableFuture<String> look(BrokerProcess control) {
        return supplyAsync(
                () -> {
                    try {
                        return control.get("/topics/clicks/skew");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    private String run(String verb, Map<String, Object> settings) throws Exception {
        var all = new HashMap<>(settings);
        all.put("millrace.control.client.bootstrap.servers", kafka.address());
        try (var command = BrokerProcess.command(verb, folder, all)) {
            assertThat(command.exitCode()).as(command::output).isZero();
            return command.output();
        }
    }

    private Iterable<String> topics() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            return admin.listTopics().names().get();
        }
    }
}
