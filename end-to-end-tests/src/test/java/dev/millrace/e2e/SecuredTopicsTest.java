package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class SecuredTopicsTest {

    private static final String LOGIN = "sasl.jaas.config";

    private final Map<String, Object> ledger =
            new HashMap<>(RunningPlatform.get().kafkaAs("ledger"));

    @Test
    void areNotWrittenByAUserWhoMayOnlyRead() {
        assertThatThrownBy(this::write).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void areClosedToWhoeverDoesNotKnowThePassword() {
        ledger.computeIfPresent(
                LOGIN, (_, login) -> login.toString().replaceAll("password=\"[^\"]*\"", "password=\"guessed\""));

        assertThatThrownBy(this::write).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    private void write() throws Exception {
        // An idempotent producer would be refused by the cluster, before it comes to the topic.
        ledger.put("enable.idempotence", "false");
        ledger.put("max.block.ms", "20000");
        try (var producer = new KafkaProducer<>(ledger, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("events.orders", "key", "value")).get();
        }
    }
}
