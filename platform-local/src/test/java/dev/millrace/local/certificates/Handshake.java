package dev.millrace.local.certificates;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** A connection over loopback in TLS 1.3, in which both ends want a certificate and the client looks at the host name. */
record Handshake(SSLContext server, SSLContext client) {

    private static final int MILLISECONDS_OF_PATIENCE = 10_000;
    private static final int GREETING = 42;

    /** What the client knows of the server; in TLS 1.3 only a byte that arrives shows that the server took it, too. */
    SSLSession with(String host) throws IOException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var listener = listener()) {
            var greeted = executor.submit(greet(listener));
            try (var socket = connect(host, listener.getLocalPort())) {
                socket.startHandshake();
                if (socket.getInputStream().read() != GREETING) {
                    throw new IOException("the server hung up");
                }
                return socket.getSession();
            } finally {
                await(greeted);
            }
        }
    }

    private static ServerSocket listener() throws IOException {
        var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setSoTimeout(MILLISECONDS_OF_PATIENCE);
        return listener;
    }

    /** Listens to the end even after a refusal: to hang up on a client that still writes would hide why from it. */
    private Callable<Void> greet(ServerSocket listener) {
        return () -> {
            try (var plain = listener.accept()) {
                plain.setSoTimeout(MILLISECONDS_OF_PATIENCE);
                try {
                    secured(plain).getOutputStream().write(GREETING);
                } finally {
                    plain.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
            return null;
        };
    }

    private SSLSocket secured(Socket plain) throws IOException {
        var socket = (SSLSocket) server.getSocketFactory().createSocket(plain, null, false);
        socket.setEnabledProtocols(new String[] {"TLSv1.3"});
        socket.setNeedClientAuth(true);
        return socket;
    }

    /** Connects to loopback, whatever the name, so that names need no resolution. */
    private SSLSocket connect(String host, int port) throws IOException {
        var plain = new Socket(InetAddress.getLoopbackAddress(), port);
        var socket = (SSLSocket) client.getSocketFactory().createSocket(plain, host, port, true);
        socket.setSoTimeout(MILLISECONDS_OF_PATIENCE);
        var parameters = socket.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** A server that refused says so through the client's end of the connection. */
    private static void await(Future<Void> server) {
        try {
            server.get();
        } catch (ExecutionException _) {
            // told by the client
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
