package dev.millrace.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.upcasting.SchemaVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * OrderPlaced as it was written with the earlier versions of its schema, byte for byte.
 *
 * @param version of the schema, not of the order
 */
public record OldOrders(int version) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaVersions VERSIONS = SchemaVersions.kept("dev.millrace.orders.events.OrderPlaced");

    public UUID orderId() {
        return UUID.fromString("019a0000-0000-7000-8000-00000000000" + version);
    }

    public Schema schema() {
        return VERSIONS.schema(version);
    }

    /** As a record's value, once a registry has given the schema its id. */
    public byte[] value(int schemaId) {
        var avro = golden();
        return ByteBuffer.allocate(5 + avro.length)
                .put((byte) 0)
                .putInt(schemaId)
                .put(avro)
                .array();
    }

    /** As a record's value, after its schema was registered where a deployment of that time registered it. */
    public byte[] registeredAt(URI registry) {
        var body = JSON.writeValueAsString(Map.of("schema", schema().toString()));
        var request = HttpRequest.newBuilder(URI.create(registry + "/subjects/" + subject() + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return value(JSON.readTree(answer.body()).path("id").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Version 1 is older than decision 1: its topic had one schema. */
    private String subject() {
        return version == 1 ? "events.orders-value" : Contracts.subjectOf(schema());
    }

    private byte[] golden() {
        try (var file = OldOrders.class.getResourceAsStream("/golden/OrderPlaced.%d.hex".formatted(version))) {
            return HexFormat.of().parseHex(new String(file.readAllBytes(), UTF_8).replace("\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
