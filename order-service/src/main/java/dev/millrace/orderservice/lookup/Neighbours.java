package dev.millrace.orderservice.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.stereotype.Component;

/** The other instances of this service, as far as reads are handed on to them. */
@Component
final class Neighbours {

    private static final Duration REACHED = Duration.ofSeconds(1);

    /** Longer than any read may wait for what was written. */
    private static final Duration ANSWERED = Duration.ofSeconds(35);

    private static final List<String> HANDED_ON =
            List.of("Accept", "Consistency-Token", "Prefer", "If-None-Match", "traceparent", "X-Correlation-Id");
    private static final Set<String> OF_ONE_HOP =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");
    private static final int BAD_GATEWAY = 502;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(REACHED)
            .build();

    /** False when the other one has no answer at the moment. */
    boolean relay(HttpServletRequest request, HttpServletResponse response, HostInfo to, String wanted)
            throws IOException {
        var answer = ask(question(request, to, wanted));
        if (answer.statusCode() >= BAD_GATEWAY) {
            return false;
        }
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (!OF_ONE_HOP.contains(name)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        response.getOutputStream().write(answer.body());
        return true;
    }

    private static HttpRequest question(HttpServletRequest request, HostInfo to, String wanted) {
        var query = request.getQueryString();
        var path = request.getRequestURI() + (query == null ? "" : "?" + query);
        var question = HttpRequest.newBuilder(URI.create("http://%s:%d%s".formatted(to.host(), to.port(), path)))
                .timeout(ANSWERED)
                .header(OrderForwarding.WANTED, wanted);
        HANDED_ON.forEach(
                name -> request.getHeaders(name).asIterator().forEachRemaining(value -> question.header(name, value)));
        return question.build();
    }

    private HttpResponse<byte[]> ask(HttpRequest question) throws IOException {
        try {
            return http.send(question, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
