package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "import", description = "Writes files that declare the running Kafka as it is.")
final class ImportCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Parameters(paramLabel = "DIR", description = "The folder for the files.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws Exception {
        return RunningPlatform.of(place.folders()).importTo(folder);
    }
}
