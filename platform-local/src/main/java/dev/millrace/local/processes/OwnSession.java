package dev.millrace.local.processes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A terminal sends Ctrl-C to every process of its foreground group. Children get a group of their own, so that it reaches
 * only us and they end in their order.
 */
final class OwnSession {

    private static final List<String> SETSID = List.of("setsid");

    /** For systems without setsid, such as macOS. */
    private static final List<String> PERL = List.of("perl", "-e", "setpgrp(0, 0); exec { $ARGV[0] } @ARGV", "--");

    private static final List<String> PREFIX = isOnPath("setsid") ? SETSID : PERL;

    private OwnSession() {}

    static List<String> command(List<String> command) {
        var wrapped = new ArrayList<>(PREFIX);
        wrapped.addAll(command);
        return wrapped;
    }

    private static boolean isOnPath(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}
