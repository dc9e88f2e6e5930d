package dev.millrace.local.platform;

import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A component made of a few lines of shell, which tells in a file that it begins and that it ends. */
record ShellComponent(String name, Set<String> needs, Path folder, String script) implements Component {

    private static final String WELL_BEHAVED = """
        trap 'echo end %1$s >> trace; exit 0' TERM
        echo begin %1$s >> trace
        touch %1$s.ready
        while :; do sleep 0.05; done
        """;

    static ShellComponent wellBehaved(String name, Path folder, String... needs) {
        return new ShellComponent(name, Set.of(needs), folder, WELL_BEHAVED.formatted(name));
    }

    static ShellComponent doing(String script, String name, Path folder) {
        return new ShellComponent(name, Set.of(), folder, script);
    }

    @Override
    public List<Port> ports() {
        return List.of();
    }

    @Override
    public Program program() {
        return new Program(List.of("sh", "-c", script), Map.of(), folder);
    }

    @Override
    public boolean isReady() {
        return Files.exists(folder.resolve(name + ".ready"));
    }
}
