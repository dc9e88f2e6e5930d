package dev.millrace.contracts.avro;

import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.net.HttpURLConnection.HTTP_OK;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.Contracts;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a registry over its Confluent-compatible HTTP API; never registers anything. A service asks a dozen questions in its
 * life: the JDK's HttpClient would cost half a second of its start, see decision 0010.
 */
final class HttpSchemaRegistry implements SchemaRegistry {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String JSON_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;

    HttpSchemaRegistry(URI url) {
        this.url = url.toString().replaceAll("/+$", "");
    }

    @Override
    public int idOf(Schema schema) {
        var subject = Contracts.subjectOf(schema);
        var question = JSON.writeValueAsBytes(Map.of("schema", schema.toString()));
        var answer = ask("/subjects/" + URLEncoder.encode(subject, UTF_8), question);
        if (answer == null) {
            throw new UnregisteredSchemaException(subject, url);
        }
        return answer.path("id").asInt();
    }

    @Override
    public Schema schemaOf(int id) {
        var answer = ask("/schemas/ids/" + id, null);
        if (answer == null) {
            throw new SerializationException("The schema registry at " + url + " has no schema with the id " + id);
        }
        return new Schema.Parser().parse(answer.path("schema").asString());
    }

    /** Null where the registry says that there is no such thing. */
    private @Nullable JsonNode ask(String path, byte @Nullable [] question) {
        try {
            var connection = connect(path);
            if (question != null) {
                send(connection, question);
            }
            return answerOf(connection);
        } catch (IOException | JacksonException e) {
            throw new RegistryUnavailableException(url, e);
        }
    }

    private HttpURLConnection connect(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(url + path).toURL().openConnection();
        connection.setConnectTimeout((int) TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        connection.setRequestProperty("Accept", JSON_TYPE);
        return connection;
    }

    private static void send(HttpURLConnection connection, byte[] question) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", JSON_TYPE);
        connection.getOutputStream().write(question);
    }

    private static @Nullable JsonNode answerOf(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        if (status == HTTP_NOT_FOUND) {
            return null;
        }
        if (status != HTTP_OK) {
            throw new IOException("HTTP status " + status);
        }
        try (var body = connection.getInputStream()) {
            return JSON.readTree(body);
        }
    }
}
