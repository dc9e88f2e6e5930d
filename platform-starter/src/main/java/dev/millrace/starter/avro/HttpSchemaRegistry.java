package dev.millrace.starter.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.contracts.Contracts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a registry over its Confluent-compatible HTTP API; never registers anything. */
final class HttpSchemaRegistry implements SchemaRegistry {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String JSON_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = new JsonMapper();

    private final String url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    HttpSchemaRegistry(URI url) {
        this.url = url.toString().replaceAll("/+$", "");
    }

    @Override
    public int idOf(Schema schema) {
        var subject = Contracts.subjectOf(schema);
        var question = JSON.writeValueAsString(Map.of("schema", schema.toString()));
        var answer = ask(request("/subjects/" + URLEncoder.encode(subject, UTF_8))
                .header("Content-Type", JSON_TYPE)
                .POST(BodyPublishers.ofString(question)));
        if (answer.statusCode() == 404) {
            throw new UnregisteredSchemaException(subject, url);
        }
        return read(answer).path("id").asInt();
    }

    @Override
    public Schema schemaOf(int id) {
        var answer = ask(request("/schemas/ids/" + id).GET());
        if (answer.statusCode() == 404) {
            throw new SerializationException("The schema registry at " + url + " has no schema with the id " + id);
        }
        return new Schema.Parser().parse(read(answer).path("schema").asString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).header("Accept", JSON_TYPE);
    }

    private HttpResponse<String> ask(HttpRequest.Builder question) {
        try {
            return http.send(question.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new RegistryUnavailableException(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException(url, e);
        }
    }

    private JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new RegistryUnavailableException(url, new IOException("HTTP status " + answer.statusCode()));
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new RegistryUnavailableException(url, e);
        }
    }
}
