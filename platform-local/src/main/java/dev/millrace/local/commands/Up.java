package dev.millrace.local.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "up",
        description = "Starts the engines and all services, and keeps them up until Ctrl-C or ./run stop.")
final class Up implements Callable<Integer> {

    @Mixin
    private Starting starting = new Starting();

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "Starts only these components and what they need.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--exit", description = "Stops everything as soon as it is up.")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        return starting.session(names).run(_ -> true, exit);
    }
}
