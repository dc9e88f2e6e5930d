package dev.millrace.local.commands;

import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", description = "Stops a platform that was started elsewhere.")
final class Stop implements Callable<Integer> {

    private static final int PATIENCE = 120;

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        var folders = place.folders();
        var owner = DataFolder.owner(folders.data());
        return owner.isPresent() ? end(owner.get()) : endLeftovers(folders);
    }

    private static int end(ProcessHandle launcher) throws Exception {
        System.out.printf("Stopping the platform of process %d.%n", launcher.pid());
        launcher.destroy();
        try {
            launcher.onExit().get(PATIENCE, TimeUnit.SECONDS);
            return 0;
        } catch (TimeoutException _) {
            System.err.printf("Process %d has not ended within %d seconds.%n", launcher.pid(), PATIENCE);
            return 1;
        }
    }

    private static int endLeftovers(Folders folders) {
        var leftovers = new Roster(folders.processes()).endLeftovers();
        leftovers.forEach(name -> System.out.printf("Ended %s, which had lost its launcher.%n", name));
        if (leftovers.isEmpty()) {
            System.out.printf("Nothing runs in %s.%n", folders.data());
        }
        return 0;
    }
}
