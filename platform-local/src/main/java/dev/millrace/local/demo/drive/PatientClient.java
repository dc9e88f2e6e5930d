package dev.millrace.local.demo.drive;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Asks until it has an answer: a service that is away, overloaded or still at work is asked again. Every request the
 * demo sends may be repeated, as it carries its own id.
 */
public final class PatientClient {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Duration patience;

    public PatientClient(HttpClient http, Duration patience) {
        this.http = http;
        this.patience = patience;
    }

    /**
     * @return the first answer that says what became of the request: any but 202, 429, 502, 503 and 504
     * @throws IOException if there was none in time; the message says what came instead
     */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return send(request, PatientClient::isFinal);
    }

    /**
     * @return the first answer that is as wanted
     * @throws IOException if there was none in time; the message says what came instead
     */
    HttpResponse<String> send(HttpRequest request, Predicate<HttpResponse<String>> wanted)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            String instead;
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (wanted.test(answer)) {
                    return answer;
                }
                instead = "status " + answer.statusCode() + " " + answer.body();
            } catch (IOException e) {
                instead = e.toString();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("no answer within " + patience.toSeconds() + " s, last: " + instead);
            }
            Thread.sleep(pause);
        }
    }

    private static boolean isFinal(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 202, 429, 502, 503, 504 -> false;
            default -> true;
        };
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
