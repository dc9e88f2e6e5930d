package dev.millrace.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/**
 * Answers every request at once with 201: what a client reaches against it, both on the same cores, is the most that it can
 * measure on this machine.
 */
public final class InstantServer implements AutoCloseable {

    private static final byte[] CREATED = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1);
    private static final int BACKLOG = 1024;

    private final ServerSocket listener;

    public InstantServer() throws IOException {
        listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                var connection = listener.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (SocketException _) {
            // closed: nobody is served any more
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            var requests = new HttpMessages(connection.getInputStream());
            while (true) {
                requests.next();
                connection.getOutputStream().write(CREATED);
            }
        } catch (EOFException _) {
            // the client is done
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
