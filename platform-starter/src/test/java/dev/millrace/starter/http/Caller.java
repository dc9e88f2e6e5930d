package dev.millrace.starter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who calls {@link TroubledService}. */
record Caller(URI url) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Caller(int port) {
        this(URI.create("http://127.0.0.1:" + port));
    }

    HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(url.resolve(path)));
    }

    HttpResponse<String> post(String body) {
        return post(BodyPublishers.ofString(body), "application/json");
    }

    HttpResponse<String> post(BodyPublisher body, String type) {
        return ask(HttpRequest.newBuilder(url.resolve("/orders"))
                .header("Content-Type", type)
                .POST(body));
    }

    private static HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
