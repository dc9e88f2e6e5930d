package dev.millrace.orderservice.notifying;

import static org.apache.kafka.clients.admin.AlterConfigOp.OpType.SET;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/** The group whose members share the tasks, whatever the number of partitions. */
@Component
final class ShareGroup {

    /** Tasks of aborted transactions were never handed out, and those from before the first start are due as well. */
    private static final Map<String, String> SETTINGS =
            Map.of("share.isolation.level", "read_committed", "share.auto.offset.reset", "earliest");

    /** Few, so that a member that is slow keeps few from the others. */
    private static final int TASKS_AT_ONCE = 50;

    private final String name;
    private final Map<String, Object> connection;

    ShareGroup(@Value("${spring.application.name}-notifiers") String name, KafkaProperties kafka) {
        this.name = name;
        this.connection = kafka.buildAdminProperties();
    }

    /** Kafka keeps these settings with the group and takes them from no consumer. */
    void configure() {
        var group = new ConfigResource(ConfigResource.Type.GROUP, name);
        var changes = SETTINGS.entrySet().stream()
                .map(setting -> new AlterConfigOp(new ConfigEntry(setting.getKey(), setting.getValue()), SET))
                .toList();
        try (var admin = Admin.create(connection)) {
            admin.incrementalAlterConfigs(Map.of(group, changes)).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("The share group cannot be configured", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    ShareConsumer<String, byte[]> join(String member, String topic) {
        var settings = new HashMap<>(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-" + member);
        settings.put(ConsumerConfig.SHARE_ACKNOWLEDGEMENT_MODE_CONFIG, "explicit");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, TASKS_AT_ONCE);
        var consumer = new KafkaShareConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
        return consumer;
    }
}
