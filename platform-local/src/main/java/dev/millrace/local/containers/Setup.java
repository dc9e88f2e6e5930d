package dev.millrace.local.containers;

import dev.millrace.local.platform.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one-shot containers that prepare a platform of containers; each can be run as often as one likes. */
@Command(
        name = "setup",
        description = "Prepares a platform of containers; several commands follow each other.",
        subcommandsRepeatable = true,
        subcommands = {SecretsCommand.class, DatabasesCommand.class, ContractsCommand.class, DemoCommand.class})
public final class Setup {

    private Setup() {}

    public static void main(String... arguments) {
        var commandLine = new CommandLine(new Setup());
        commandLine.setExecutionExceptionHandler((exception, _, _) -> report(exception));
        System.exit(commandLine.execute(arguments));
    }

    private static int report(Exception exception) throws Exception {
        if (exception instanceof Refused) {
            System.err.println(exception.getMessage());
            return 1;
        }
        throw exception;
    }
}
