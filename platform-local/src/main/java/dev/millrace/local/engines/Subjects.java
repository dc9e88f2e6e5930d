package dev.millrace.local.engines;

import dev.millrace.contracts.Contracts;
import dev.millrace.local.http.Http;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * The subjects of a schema registry.
 *
 * @param api its Confluent-compatible API
 */
public record Subjects(URI api) {

    private static final String JSON = "application/json";

    /** Registering a schema that is there already changes nothing. */
    public void register(Collection<Schema> schemas) throws IOException, InterruptedException {
        Http.send("PUT", at("/config"), JSON, json(Map.of("compatibility", "BACKWARD_TRANSITIVE")));
        for (var schema : schemas) {
            var versions = at("/subjects/" + Contracts.subjectOf(schema) + "/versions");
            Http.send("POST", versions, JSON, json(Map.of("schemaType", "AVRO", "schema", schema.toString())));
        }
    }

    private URI at(String path) {
        return URI.create(api + path);
    }

    private static String json(Map<String, String> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
