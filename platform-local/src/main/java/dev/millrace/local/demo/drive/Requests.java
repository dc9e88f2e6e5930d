package dev.millrace.local.demo.drive;

import dev.millrace.local.demo.shop.Customer;
import dev.millrace.local.demo.shop.Step;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The services' HTTP interfaces, as far as the demo uses them. */
final class Requests {

    static final String CURRENCY = "GBP";

    /** Longer than order-service waits for a result before it answers 202. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI orders;
    private final URI users;

    Requests(URI orders, URI users) {
        this.orders = orders;
        this.users = users;
    }

    HttpRequest of(Customer customer) {
        return request(users.resolve("/users/" + customer.id()))
                .PUT(json(fields("email", customer.email(), "name", customer.name(), "country", customer.country())))
                .build();
    }

    /** What order-service has of a customer. */
    HttpRequest copyOf(Customer customer) {
        return request(orders.resolve("/customers/" + customer.id())).build();
    }

    HttpRequest of(Step step) {
        var order = "/orders/" + step.orderId();
        return switch (step) {
            case Step.Place place ->
                command(place, order).PUT(json(body(place))).build();
            case Step.Pay pay -> post(pay, order + "/payments", Map.of("amount", money(pay.amount())));
            case Step.Ship ship -> post(ship, order + "/shipments", Map.of());
            case Step.Return back -> post(back, order + "/returns", Map.of("lines", back.pieces()));
            case Step.Cancel cancel -> post(cancel, order + "/cancellation", Map.of("note", cancel.note()));
        };
    }

    private HttpRequest post(Step step, String path, Map<String, ?> body) {
        return command(step, path).POST(json(body)).build();
    }

    private HttpRequest.Builder command(Step step, String path) {
        return request(orders.resolve(path))
                .header("Idempotency-Key", step.commandId().toString());
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Content-Type", "application/json");
    }

    private static Map<String, ?> body(Step.Place place) {
        return fields(
                "customerId", place.customerId().map(UUID::toString).orElse(null),
                "country", place.country(),
                "lines", place.lines().stream().map(Requests::line).toList());
    }

    private static Map<String, ?> line(Step.Line line) {
        return fields(
                "sku", line.sku(),
                "description", line.description(),
                "quantity", line.quantity(),
                "unitPrice", money(line.unitPrice()));
    }

    private static Map<String, ?> money(BigDecimal amount) {
        return Map.of("amount", amount, "currency", CURRENCY);
    }

    /** Name, value, name, value; what is null is left out. */
    private static Map<String, ?> fields(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i] instanceof String name && namesAndValues[i + 1] instanceof Object value) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }
}
