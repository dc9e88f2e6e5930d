package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "apply", description = "Brings the running Kafka to what platform-broker/platform declares.")
final class ApplyCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Option(names = "--delete", description = "Deletes what the files do not want any more, too.")
    private boolean delete;

    @Override
    public Integer call() throws Exception {
        return RunningPlatform.of(place.folders()).apply(delete);
    }
}
