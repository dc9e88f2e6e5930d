package dev.millrace.local.demo.drive;

import dev.millrace.local.demo.shop.Customer;
import dev.millrace.local.demo.shop.Plan;
import dev.millrace.local.demo.shop.Plan.OrderPlan;
import dev.millrace.local.demo.shop.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drives a plan through user-service and order-service, so many orders at a time. */
public final class Driver {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PatientClient client;
    private final Requests requests;
    private final int atATime;

    /** What was asked for and what came of it. */
    public record Driven(List<Customer> customers, List<Failure> failures, List<Outcome> outcomes) {}

    /** A customer that could not be created. */
    public record Failure(Customer customer, String why) {}

    /** Told after every customer and every step. */
    public interface Progress {
        void advance();
    }

    public Driver(URI orderService, URI userService, int atATime) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        client = new PatientClient(http, PATIENCE);
        requests = new Requests(orderService, userService);
        this.atATime = atATime;
    }

    /** Customers first, then, when order-service knows them, orders; returns when the last step is answered. */
    public Driven drive(Plan plan, Progress progress) throws InterruptedException {
        var failures = inParallel(plan.customers(), customer -> create(customer, progress));
        var unknown = failures.isEmpty() ? inParallel(plan.customers(), this::awaitKnown) : failures;
        var outcomes = inParallel(plan.orders(), order -> walk(order, progress));
        return new Driven(plan.customers(), unknown, outcomes);
    }

    private interface Work<T, R> {
        List<R> on(T item) throws InterruptedException;
    }

    private <T, R> List<R> inParallel(Collection<T> items, Work<T, R> work) throws InterruptedException {
        var tasks = items.stream()
                .<Callable<List<R>>>map(item -> () -> work.on(item))
                .toList();
        try (var threads =
                Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory())) {
            var results = new ArrayList<R>();
            for (Future<List<R>> done : threads.invokeAll(tasks)) {
                results.addAll(done.get());
            }
            return List.copyOf(results);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The demo's driver failed", e.getCause());
        }
    }

    private List<Failure> create(Customer customer, Progress progress) throws InterruptedException {
        try {
            var answer = client.send(requests.of(customer));
            return isSuccess(answer) ? List.of() : List.of(new Failure(customer, described(answer)));
        } catch (IOException e) {
            return List.of(new Failure(customer, String.valueOf(e.getMessage())));
        } finally {
            progress.advance();
        }
    }

    /** A user's way to order-service leads through the database, the connector and Kafka. */
    private List<Failure> awaitKnown(Customer customer) throws InterruptedException {
        try {
            client.send(requests.copyOf(customer), Driver::isSuccess);
            return List.of();
        } catch (IOException e) {
            return List.of(new Failure(customer, String.valueOf(e.getMessage())));
        }
    }

    private List<Outcome> walk(OrderPlan order, Progress progress) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        boolean placed = true;
        for (var step : order.steps()) {
            var outcome = placed ? take(step) : new Outcome.Skipped(step);
            placed &= !(step instanceof Step.Place) || outcome instanceof Outcome.Accepted;
            outcomes.add(outcome);
            progress.advance();
        }
        return outcomes;
    }

    private Outcome take(Step step) throws InterruptedException {
        try {
            var answer = client.send(requests.of(step));
            if (isSuccess(answer)) {
                var result = JSON.readTree(answer.body());
                return new Outcome.Accepted(
                        step,
                        result.required("version").asLong(),
                        result.required("events").asInt());
            }
            return answer.statusCode() < 500
                    ? new Outcome.Refused(step, reason(answer))
                    : new Outcome.Failed(step, described(answer));
        } catch (IOException e) {
            return new Outcome.Failed(step, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 2;
    }

    /** The reason a problem names, or the last part of its type. */
    private static String reason(HttpResponse<String> answer) {
        JsonNode problem = JSON.readTree(answer.body());
        var type = problem.path("type").asString("");
        var slug = type.substring(type.lastIndexOf(':') + 1);
        return problem.path("reason").asString(slug.isEmpty() ? "status-" + answer.statusCode() : slug);
    }

    private static String described(HttpResponse<String> answer) {
        return "status " + answer.statusCode() + " " + answer.body();
    }
}
