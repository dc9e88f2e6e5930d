package dev.millrace.local.containers;

import dev.millrace.local.platform.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "secrets", description = "Makes passwords and certificates and hands each container its own.")
final class SecretsCommand implements Callable<Integer> {

    @Option(names = "--vault", paramLabel = "DIR", required = true, description = "Where all secrets are kept.")
    private Path folder = Path.of("");

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "Holds a folder for each container.")
    private Path folders = Path.of("");

    @Option(names = "--brokers", paramLabel = "N", required = true, description = "How many brokers there are.")
    private int brokers;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            defaultValue = "0",
            description = "How much the containers may take.")
    private long memory;

    @Override
    public Integer call() throws Exception {
        refuseWhereMemoryIsShort();
        var vault = Vault.in(folder, OptionalInt.of(brokers));
        new SecretFolders(folders).fill(vault);
        System.out.printf(
                "Every container has its secrets; the platform has %d broker(s).%n",
                vault.brokers().count());
        return 0;
    }

    private void refuseWhereMemoryIsShort() throws IOException {
        long there = MachineMemory.megabytes();
        if (there < memory) {
            throw new Refused(
                    "The containers may take %d MB of memory, and Docker has %d MB. Give it more, or start fewer of them: docker/README.md says how."
                            .formatted(memory, there));
        }
    }
}
