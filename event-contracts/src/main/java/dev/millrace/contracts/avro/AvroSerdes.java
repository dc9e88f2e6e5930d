package dev.millrace.contracts.avro;

import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.upcasting.Upcasters;
import java.net.URI;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes the serialisers and deserialisers of one schema registry; all of them share what was looked up once. A chain of
 * upcasters that does not lead every old record to today's stops the start.
 */
public final class AvroSerdes {

    private final Encoders encoders;
    private final Decoders decoders;

    private AvroSerdes(SchemaRegistry registry) {
        this.encoders = new Encoders(registry);
        this.decoders = new Decoders(registry, new Upcasters(Contracts.upcasters()));
    }

    /** Over the Confluent-compatible API at {@code registryUrl}, such as http://localhost:8080/apis/ccompat/v7. */
    public static AvroSerdes connectedTo(URI registryUrl) {
        return new AvroSerdes(new HttpSchemaRegistry(registryUrl));
    }

    /** Without a registry: ids mean something to this instance only. For tests that need no engine. */
    public static AvroSerdes standalone() {
        return new AvroSerdes(new SchemasInMemory());
    }

    public Serializer<SpecificRecord> serializer() {
        return encoders::encode;
    }

    public Deserializer<SpecificRecord> deserializer() {
        return decoders::decode;
    }

    public Serde<SpecificRecord> serde() {
        return Serdes.serdeFrom(serializer(), deserializer());
    }
}
