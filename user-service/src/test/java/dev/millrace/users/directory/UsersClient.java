package dev.millrace.users.directory;

import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** A caller of the service who looks at every answer, whatever its status. */
final class UsersClient {

    private final RestClient http;

    UsersClient(int port) {
        http = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                .build();
    }

    ResponseEntity<JsonNode> register(String body) {
        return register(body, Map.of());
    }

    ResponseEntity<JsonNode> register(String body, Map<String, String> headers) {
        return send(http.post().uri("/users"), body, headers);
    }

    ResponseEntity<JsonNode> put(UUID id, String body, Map<String, String> headers) {
        return send(http.put().uri("/users/{id}", id), body, headers);
    }

    ResponseEntity<JsonNode> put(UUID id, String body) {
        return put(id, body, Map.of());
    }

    ResponseEntity<JsonNode> patch(UUID id, String body, Map<String, String> headers) {
        return send(http.patch().uri("/users/{id}", id), body, headers);
    }

    ResponseEntity<JsonNode> patch(UUID id, String body) {
        return patch(id, body, Map.of());
    }

    ResponseEntity<JsonNode> get(String path) {
        return http.get().uri(path).retrieve().toEntity(JsonNode.class);
    }

    ResponseEntity<JsonNode> get(UUID id) {
        return get("/users/" + id);
    }

    ResponseEntity<JsonNode> delete(UUID id, Map<String, String> headers) {
        return http.delete()
                .uri("/users/{id}", id)
                .headers(to -> headers.forEach(to::set))
                .retrieve()
                .toEntity(JsonNode.class);
    }

    ResponseEntity<JsonNode> delete(UUID id) {
        return delete(id, Map.of());
    }

    private static ResponseEntity<JsonNode> send(
            RestClient.RequestBodySpec request, String body, Map<String, String> headers) {
        return request.contentType(MediaType.APPLICATION_JSON)
                .headers(to -> headers.forEach(to::set))
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }
}
