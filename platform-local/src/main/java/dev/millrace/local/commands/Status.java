package dev.millrace.local.commands;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.processes.Memory;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.screen.Units;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Tells what runs, whether it serves, and how much memory it holds.")
final class Status implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        var folders = place.folders();
        var running = new Roster(folders.processes()).running();
        if (running.isEmpty()) {
            System.out.printf("Nothing runs in %s.%n", folders.data());
            return 1;
        }
        System.out.println(DataFolder.owner(folders.data())
                .map(owner -> "Launched by process " + owner.pid() + ".")
                .orElse("The launcher is gone; ./run stop ends what it left."));
        var health = LocalPlatform.health(folders);
        new TreeMap<>(health).forEach((name, ready) -> print(name, running.get(name), ready));
        return 0;
    }

    private static void print(String name, @Nullable ProcessHandle process, boolean ready) {
        if (process == null) { // not started, or dead
            return;
        }
        System.out.printf(
                "  %-16s %-9s process %-8d %6d MB%n",
                name, ready ? "ready" : "not ready", process.pid(), Units.megabytes(Memory.of(process)));
    }
}
