package dev.millrace.broker.node;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port the node is going to listen on, and the setting that names it. */
record Port(String host, int number, String setting) {

    /** Kafka itself would say so in a stack trace, and for the controller's port end the process. */
    void refuseIfTaken() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, number));
        } catch (IOException e) {
            throw new StartRefused(
                    "Port %d of %s can't be had: %s".formatted(number, host, Reason.of(e)),
                    "Stop the program that holds it, or set another %s.".formatted(setting));
        }
    }
}
