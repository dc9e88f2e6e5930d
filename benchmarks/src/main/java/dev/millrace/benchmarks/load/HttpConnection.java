package dev.millrace.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/**
 * A connection, kept alive as long as the server likes, that knows just enough HTTP/1.1 to send JSON and read a status: a full client takes so much of a
 * small machine that one would measure it instead of the server.
 */
public final class HttpConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private Socket socket;
    private HttpMessages answers;

    public HttpConnection(URI server) throws IOException {
        this.server = server;
        socket = connect(server);
        answers = new HttpMessages(socket.getInputStream());
    }

    private static Socket connect(URI server) throws IOException {
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    /** Sends a request, reads its answer to the end, and tells the status. */
    public int send(String method, String path, byte[] json) throws IOException {
        if (answers.areOver()) {
            reconnect();
        }
        socket.getOutputStream().write(request(method, path, json));
        return Integer.parseInt(answers.next().split(" ", 3)[1]);
    }

    /** Servers end a connection after so many requests, and say so: that is no error. */
    private void reconnect() throws IOException {
        socket.close();
        socket = connect(server);
        answers = new HttpMessages(socket.getInputStream());
    }

    /** Head and body in one piece, so that they travel in one packet. */
    private byte[] request(String method, String path, byte[] json) {
        var head = "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(method, path, server.getAuthority(), json.length)
                .getBytes(ISO_8859_1);
        var request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        return request;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
