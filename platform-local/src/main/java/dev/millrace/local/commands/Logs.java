package dev.millrace.local.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Shows the end of a component's log.")
final class Logs implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "NAME", description = "The component, such as order-service.")
    private String name = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is written from now on.")
    private boolean follow;

    @Option(names = "--lines", paramLabel = "N", defaultValue = "200", description = "How much of it.")
    private int lines;

    @Override
    public Integer call() throws Exception {
        var log = place.folders().logOf(name);
        if (!Files.exists(log)) {
            System.err.printf(
                    "There is no log of %s; there are: %s.%n",
                    name, known(place.folders().logs()));
            return 1;
        }
        var command = new ArrayList<>(List.of("tail", "-n", Integer.toString(lines)));
        if (follow) {
            command.add("-F");
        }
        command.add(log.toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String known(Path logs) throws Exception {
        if (!Files.isDirectory(logs)) {
            return "none yet";
        }
        try (var files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .collect(Collectors.joining(", "));
        }
    }
}
