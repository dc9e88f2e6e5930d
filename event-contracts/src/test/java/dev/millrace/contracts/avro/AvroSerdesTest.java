package dev.millrace.contracts.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.AlertState;
import dev.millrace.alerts.Severity;
import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.Money;
import dev.millrace.contracts.TestRegistry;
import dev.millrace.orders.commands.PayOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerdesTest {

    private static final String TOPIC = "any";
    private static final PayOrder PAYMENT = PayOrder.newBuilder()
            .setOrderId(UUID.fromString("019a0000-0000-7000-8000-000000000001"))
            .setCommandId(UUID.fromString("019a0000-0000-7000-8000-000000000002"))
            .setAt(Instant.parse("2010-12-01T08:26:00.123Z"))
            .setExpectedVersion(3L)
            .setAmount(new Money(new BigDecimal("12.5500"), "GBP"))
            .build();
    private static final Schema FOREIGN =
            SchemaBuilder.record("Foreign").namespace("elsewhere").fields().endRecord();
    private static final Schema HOSTILE =
            SchemaBuilder.record("Runtime").namespace("java.lang").fields().endRecord();
    private static final Schema NEWER_ALERT = newerAlert();

    TestRegistry registry;
    AvroSerdes serdes;

    @BeforeEach
    void start() throws IOException {
        var extra = Stream.of(FOREIGN, HOSTILE, NEWER_ALERT);
        registry = new TestRegistry(
                Stream.concat(Contracts.schemas().stream(), extra).toList());
        serdes = AvroSerdes.connectedTo(registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void readsWhatItWrote() {
        var bytes = serdes.serializer().serialize(TOPIC, PAYMENT);
        assertThat(serdes.deserializer().deserialize(TOPIC, bytes)).isEqualTo(PAYMENT);
    }

    @Test
    void readsEnumsAndEveryOtherContract() {
        var alert = new Alert("lag", "orders", AlertState.FIRING, Severity.CRITICAL, Instant.ofEpochMilli(5), "Look.");
        assertThat(serdes.deserializer().deserialize(TOPIC, serdes.serializer().serialize(TOPIC, alert)))
                .isEqualTo(alert);
    }

    @Test
    void startsWithAZeroAndTheIdOfTheSchema() {
        var bytes = ByteBuffer.wrap(serdes.serializer().serialize(TOPIC, PAYMENT));
        assertThat(bytes.get()).isZero();
        assertThat(bytes.getInt()).isEqualTo(registry.idOf(PayOrder.getClassSchema()));
    }

    @Test
    void leavesTombstonesAlone() {
        assertThat(serdes.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serdes.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void asksTheRegistryOncePerSchema() {
        for (var i = 0; i < 3; i++) {
            serdes.deserializer().deserialize(TOPIC, serdes.serializer().serialize(TOPIC, PAYMENT));
        }
        assertThat(registry.questions())
                .containsExactly(
                        "POST /subjects/dev.millrace.orders.commands.PayOrder",
                        "GET /schemas/ids/" + registry.idOf(PayOrder.getClassSchema()));
    }

    @Test
    void readsWhatANewerProducerWrote() throws IOException {
        var alert = new Alert("lag", "orders", AlertState.FIRING, Severity.INFO, Instant.ofEpochMilli(5), "Look.");
        var newer = new GenericRecordBuilder(NEWER_ALERT);
        for (var field : Alert.getClassSchema().getFields()) {
            newer.set(field.name(), raw(alert, field));
        }
        assertThat(serdes.deserializer()
                        .deserialize(TOPIC, bytes(newer.set("runbook", "x").build())))
                .isEqualTo(alert);
    }

    @Test
    void refusesToWriteASchemaThatNoDeploymentRegistered() throws IOException {
        try (var empty = new TestRegistry(List.of())) {
            var serializer = AvroSerdes.connectedTo(empty.url()).serializer();
            assertThatExceptionOfType(UnregisteredSchemaException.class)
                    .isThrownBy(() -> serializer.serialize(TOPIC, PAYMENT))
                    .withMessageContaining("dev.millrace.orders.commands.PayOrder");
        }
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void refusesGarbage(byte[] bytes) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize(TOPIC, bytes));
    }

    static Stream<byte[]> garbage() {
        var id = Contracts.schemas().indexOf(PayOrder.getClassSchema()) + 1;
        var valid = AvroSerdes.standalone().serializer().serialize(TOPIC, PAYMENT);
        valid[4] = (byte) id;
        var cut = Arrays.copyOf(valid, valid.length - 3);
        var longer = Arrays.copyOf(valid, valid.length + 1);
        var promising = new byte[] {0, 0, 0, 0, (byte) id, -2, -1, -1, -1, 15};
        return Stream.of(new byte[0], "hello".getBytes(), new byte[] {0, 0, 0}, cut, longer, promising);
    }

    @Test
    void refusesAnIdThatTheRegistryDoesNotKnow() {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 3, 9, 1}))
                .withMessageContaining("no schema with the id 777");
    }

    @Test
    void refusesATypeWithoutAClass() throws IOException {
        var bytes = bytes(new GenericRecordBuilder(FOREIGN).build());
        assertThatExceptionOfType(UnknownRecordTypeException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize(TOPIC, bytes))
                .withMessageContaining("elsewhere.Foreign");
    }

    @Test
    void refusesATypeWhoseClassIsNoRecord() throws IOException {
        var bytes = bytes(new GenericRecordBuilder(HOSTILE).build());
        assertThatExceptionOfType(UnknownRecordTypeException.class)
                .isThrownBy(() -> serdes.deserializer().deserialize(TOPIC, bytes));
    }

    @Test
    void saysThatTheRegistryIsAwayAndRecovers() {
        registry.goAway();
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serdes.serializer().serialize(TOPIC, PAYMENT));
        registry.comeBack();
        assertThat(serdes.serializer().serialize(TOPIC, PAYMENT)).isNotEmpty();
    }

    @Test
    void saysThatNobodyListensAtTheRegistrysAddress() {
        var serializer =
                AvroSerdes.connectedTo(URI.create("http://127.0.0.1:1")).serializer();
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> serializer.serialize(TOPIC, PAYMENT));
    }

    private byte[] bytes(GenericRecord value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(WireFormat.header(registry.idOf(value.getSchema())));
        new GenericDatumWriter<>(value.getSchema())
                .write(value, EncoderFactory.get().directBinaryEncoder(bytes, null));
        return bytes.toByteArray();
    }

    private static Object raw(Alert alert, Schema.Field field) {
        var value = alert.get(field.pos());
        return switch (value) {
            case Instant at -> at.toEpochMilli();
            case Enum<?> symbol -> new org.apache.avro.generic.GenericData.EnumSymbol(field.schema(), symbol.name());
            default -> value;
        };
    }

    private static Schema newerAlert() {
        var fields = Stream.concat(
                Alert.getClassSchema().getFields().stream()
                        .map(field -> new Schema.Field(field.name(), field.schema(), field.doc(), field.defaultVal())),
                Stream.of(new Schema.Field("runbook", Schema.create(Schema.Type.STRING), null, "none")));
        return Schema.createRecord("Alert", null, "dev.millrace.alerts", false, fields.toList());
    }
}
