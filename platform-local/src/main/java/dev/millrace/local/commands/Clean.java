package dev.millrace.local.commands;

import dev.millrace.local.files.Trees;
import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.processes.Roster;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "clean", description = "Deletes everything a platform has written; it must not be running.")
final class Clean implements Callable<Integer> {

    @Mixin
    private Place place = new Place();

    @Override
    public Integer call() throws Exception {
        var folders = place.folders();
        var data = folders.data();
        if (!Files.exists(data)) {
            System.out.printf("%s does not exist.%n", data);
            return 0;
        }
        if (!DataFolder.isOurs(data)) {
            throw new Refused("%s is not the data folder of a platform.".formatted(data));
        }
        try (var _ = DataFolder.claim(data)) {
            new Roster(folders.processes()).endLeftovers();
            Trees.delete(data);
        }
        System.out.printf("Deleted %s.%n", data);
        return 0;
    }
}
