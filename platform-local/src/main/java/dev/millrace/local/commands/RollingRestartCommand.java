package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rolling-restart",
        description = "Restarts the brokers of a running cluster, one after another, unnoticed by whoever uses it.")
final class RollingRestartCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        RunningPlatform.of(place.folders()).restartBrokers(System.out);
        return 0;
    }
}
