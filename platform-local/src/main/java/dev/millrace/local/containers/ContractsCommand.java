package dev.millrace.local.containers;

import dev.millrace.contracts.Contracts;
import dev.millrace.local.engines.Subjects;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "contracts", description = "Registers the schemas, and remembers that the brokers have been up.")
final class ContractsCommand implements Callable<Integer> {

    @ArgGroup(exclusive = false)
    private @Nullable Kept kept;

    /** Where secrets are made and kept by the command of that name. */
    private static final class Kept {

        @Option(names = "--vault", paramLabel = "DIR", required = true, description = "Where all secrets are kept.")
        private Path vault = Path.of("");

        @Option(names = "--to", paramLabel = "DIR", required = true, description = "Holds a folder for each container.")
        private Path folders = Path.of("");

        void rememberBirth() throws IOException {
            var opened = Vault.in(vault, OptionalInt.empty());
            opened.brokers().rememberBirth();
            new SecretFolders(folders).fill(opened);
        }
    }

    @Option(names = "--registry", paramLabel = "URL", required = true, description = "Confluent-compatible API.")
    private URI registry = URI.create("");

    @Override
    public Integer call() throws Exception {
        var schemas = Contracts.schemas();
        new Subjects(registry).register(schemas);
        if (kept != null) {
            kept.rememberBirth();
        }
        System.out.printf("%d schemas are registered.%n", schemas.size());
        return 0;
    }
}
