package dev.millrace.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.broker.Logins;
import dev.millrace.broker.declared.DeclaredFile;
import dev.millrace.broker.node.KafkaNode;
import dev.millrace.broker.node.Nodes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;

/** Whoever writes more than their quota slows themselves down, and nobody else; measured by Kafka's own metrics. */
class FloodTest {

    private static final String FLOODER = "flooder";
    private static final String NEIGHBOUR = "neighbour";
    private static final String TOPIC = "river";
    private static final int QUOTA = 64 * 1024;
    private static final byte[] RECORD = new byte[1024];
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<KafkaProducer<byte[], byte[]>> producers = new ArrayList<>();
    private KafkaNode node;
    private Passwords passwords;

    @BeforeEach
    void limitTheFlooder() throws Exception {
        node = KafkaNode.start(Nodes.in(folder.resolve("data")));
        passwords = Passwords.in(folder.resolve("passwords.properties"), List.of(FLOODER, NEIGHBOUR));
        var quotas = Files.writeString(folder.resolve("quotas.yml"), """
                quotas:
                  - user: %s
                    producer-byte-rate: %dB
                """.formatted(FLOODER, QUOTA));
        try (var admin = Admin.create(node.connection())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            var declarations = List.of(
                    new Users(admin, new DeclaredUsers(List.of(FLOODER, NEIGHBOUR), List.of()), passwords),
                    new Acls(admin, new DeclaredRights(List.of(writer(FLOODER), writer(NEIGHBOUR)))),
                    new Quotas(admin, DeclaredFile.read(new FileSystemResource(quotas), DeclaredQuotas.class)));
            declarations.forEach(declaration -> declaration.apply(false));
            await().atMost(SOON)
                    .until(() -> declarations.stream()
                            .allMatch(each -> each.differences().isEmpty()));
        }
    }

    private static DeclaredRights.OfUser writer(String user) {
        return new DeclaredRights.OfUser(
                user, List.of(new Right(TOPIC, null, null, false, List.of(AclOperation.WRITE))));
    }

    @AfterEach
    void end() throws IOException {
        producers.forEach(producer -> producer.close(Duration.ZERO));
        node.close();
    }

    @Test
    void slowsTheFlooderAndNotItsNeighbour() throws Exception {
        var flood = Stream.generate(() -> producer(FLOODER)).limit(3).toList();
        var flooding = flood.stream().flatMap(this::pour).toList();
        await().atMost(SOON).until(() -> flood.stream().allMatch(producer -> longestThrottle(producer) > 0));

        var neighbour = producer(NEIGHBOUR);
        assertThat(pour(neighbour)).allSatisfy(sent -> assertThat(sent).succeedsWithin(SOON));

        assertThat(longestThrottle(neighbour)).isZero();
        assertThat(flooding).as("the flood goes on").anyMatch(sent -> !sent.isDone());
        assertThat(bytesPerSecond(FLOODER)).isBetween(1.0, QUOTA * 1.5);
    }

    private KafkaProducer<byte[], byte[]> producer(String user) {
        var settings = Logins.client(node.address(), user, passwords.of(user));
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    /** So much at once as the quota allows in a minute. */
    private Stream<Future<RecordMetadata>> pour(KafkaProducer<byte[], byte[]> producer) {
        return Stream.generate(() -> producer.send(new ProducerRecord<>(TOPIC, RECORD)))
                .limit(60 * QUOTA / RECORD.length);
    }

    private static double longestThrottle(KafkaProducer<?, ?> producer) {
        return producer.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("produce-throttle-time-max"))
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
    }

    private static double bytesPerSecond(String user) throws JMException {
        var metrics = new ObjectName("kafka.server:type=Produce,user=" + user);
        return (double) ManagementFactory.getPlatformMBeanServer().getAttribute(metrics, "byte-rate");
    }
}
