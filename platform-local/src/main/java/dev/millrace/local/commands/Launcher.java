package dev.millrace.local.commands;

import dev.millrace.local.platform.Refused;
import dev.millrace.local.platform.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line behind {@code ./run}. */
@Command(
        name = "./run",
        description = "Runs Millrace on this machine.",
        subcommands = {
            DemoCommand.class,
            Up.class,
            Stop.class,
            Status.class,
            Logs.class,
            RollingRestartCommand.class,
            RollingUpgradeCommand.class,
            CertsCommand.class,
            PlanCommand.class,
            ApplyCommand.class,
            ImportCommand.class,
            Clean.class
        })
public final class Launcher {

    private Launcher() {}

    public static void main(String... arguments) {
        var commandLine = new CommandLine(new Launcher());
        commandLine.setExecutionExceptionHandler((exception, _, _) -> report(exception));
        System.exit(commandLine.execute(arguments));
    }

    /** What is meant for people comes without a stack trace. */
    private static int report(Exception exception) throws Exception {
        if (exception instanceof Refused || exception instanceof StartFailed) {
            System.err.println(exception.getMessage());
            return 1;
        }
        throw exception;
    }
}
