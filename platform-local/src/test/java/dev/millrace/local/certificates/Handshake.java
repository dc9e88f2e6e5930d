package dev.millrace.local.certificates;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
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

    private SSLServerSocket listener() throws IOException {
        var listener = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listener.setEnabledProtocols(new String[] {"TLSv1.3"});
        listener.setNeedClientAuth(true);
        listener.setSoTimeout(MILLISECONDS_OF_PATIENCE);
        return listener;
    }

    private static Callable<Void> greet(SSLServerSocket listener) {
        return () -> {
            try (var socket = listener.accept()) {
                socket.setSoTimeout(MILLISECONDS_OF_PATIENCE);
                socket.getOutputStream().write(GREETING);
            }
            return null;
        };
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
