package dev.millrace.local.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Short questions to what runs on this machine. */
public final class Http {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Http() {}

    public static boolean answersOk(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build())
                        .statusCode()
                == 200;
    }

    public static void send(String method, URI uri, String contentType, String body)
            throws IOException, InterruptedException {
        var response = send(HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "%s %s was answered %d: %s".formatted(method, uri, response.statusCode(), response.body()));
        }
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
