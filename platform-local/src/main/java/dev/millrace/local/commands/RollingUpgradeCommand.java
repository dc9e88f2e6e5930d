package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "rolling-upgrade",
        description =
                "Restarts the brokers as rolling-restart does, and then lets them use all that their Kafka can do.")
final class RollingUpgradeCommand implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        return RunningPlatform.of(place.folders()).upgradeBrokers(System.out);
    }
}
