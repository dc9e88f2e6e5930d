package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = "Tells in what the running Kafka differs from platform-broker/platform; exit code 2 if it does.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        return RunningPlatform.of(place.folders()).plan();
    }
}
