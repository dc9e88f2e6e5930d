package dev.millrace.local;

import dev.millrace.local.platform.Refused;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The files of platform-broker, held against a platform that runs: what {@code platform-broker.jar} does with a cluster elsewhere. */
public final class Declarations {

    private Declarations() {}

    /** @return 0 when Kafka is as the files say, 2 when it is not */
    public static int plan(Folders folders) throws IOException, InterruptedException {
        return run(folders, "plan", List.of());
    }

    /** @return 0 when Kafka is as the files say */
    public static int apply(Folders folders, boolean delete) throws IOException, InterruptedException {
        return run(folders, "apply", List.of("--millrace.declared.delete=" + delete));
    }

    private static int run(Folders folders, String verb, List<String> others) throws IOException, InterruptedException {
        if (new Roster(folders.processes()).running().isEmpty()) {
            throw new Refused("Nothing runs in %s.".formatted(folders.data()));
        }
        var program = LocalPlatform.lineup(folders).kafka.commandLine();
        var command = new ArrayList<>(program.command());
        command.add(verb);
        command.addAll(others);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(program.environment());
        return process.start().waitFor();
    }
}
