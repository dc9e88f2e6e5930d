package dev.millrace.broker;

import java.io.IOException;

/** Sends processes what {@code kill} sends them. */
final class Signals {

    private Signals() {}

    static void send(String name, Process process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
