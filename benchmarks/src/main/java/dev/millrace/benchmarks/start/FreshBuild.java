package dev.millrace.benchmarks.start;

import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the first build of a clean clone leaves: jars and archives of engines, of which nothing is unpacked yet. */
final class FreshBuild {

    private FreshBuild() {}

    /** Lays it out as links to the real build. */
    static void link(Folders real, Folders fresh) throws IOException {
        for (var module : children(real.home())) {
            var name = module.getFileName().toString();
            link(real.jar(name), fresh.jar(name));
        }
        for (var file : children(real.engines())) {
            link(file, fresh.engines().resolve(file.getFileName()));
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (var children = Files.list(folder)) {
            return children.toList();
        }
    }

    private static void link(Path real, Path fresh) throws IOException {
        if (Files.isRegularFile(real)) {
            Files.createDirectories(fresh.getParent());
            Files.createSymbolicLink(fresh, real);
        }
    }
}
