package dev.millrace.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/** Answers as a registry's Confluent-compatible API does, for the schemas it is given. */
public final class TestRegistry implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final List<Schema> schemas = new CopyOnWriteArrayList<>();
    private final List<String> questions = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;

    public TestRegistry(List<Schema> schemas) throws IOException {
        this.schemas.addAll(schemas);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/subjects/", this::answerIdOf);
        server.createContext("/schemas/ids/", this::answerSchema);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public int idOf(Schema schema) {
        return schemas.indexOf(schema) + 1;
    }

    public List<String> questions() {
        return questions;
    }

    /** As a registry answers whose database is away. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answerIdOf(HttpExchange exchange) throws IOException {
        var asked = JSON.readTree(exchange.getRequestBody()).path("schema").asString();
        var id = idOf(new Schema.Parser().parse(asked));
        answer(exchange, id, Map.of("id", id));
    }

    private void answerSchema(HttpExchange exchange) throws IOException {
        var id = Integer.parseInt(exchange.getRequestURI().getPath().substring("/schemas/ids/".length()));
        var known = id > 0 && id <= schemas.size();
        answer(
                exchange,
                known ? id : 0,
                Map.of("schema", known ? schemas.get(id - 1).toString() : ""));
    }

    private void answer(HttpExchange exchange, int id, Map<String, ?> body) throws IOException {
        questions.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var status = away ? 503 : id == 0 ? 404 : 200;
        var bytes = JSON.writeValueAsString(body).getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
