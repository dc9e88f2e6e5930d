package dev.millrace.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.processes.Child;
import dev.millrace.local.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedClassesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private JavaApplication application;

    @BeforeEach
    void pack() throws IOException {
        var entry = Greeting.class.getName().replace('.', '/') + ".class";
        var jar = folder.resolve("greeting.jar");
        try (var content = Greeting.class.getClassLoader().getResourceAsStream(entry);
                var packed = new JarOutputStream(Files.newOutputStream(jar))) {
            packed.putNextEntry(new ZipEntry(entry));
            packed.write(content.readAllBytes());
        }
        application = new JavaApplication(folder, List.of(jar), Greeting.class.getName(), List.of());
    }

    @Test
    void areArchivedFromWhatAStartHasLoaded() throws IOException {
        assertThat(application.sharedClasses().archiving()).isEmpty();
        assertThat(run("first")).contains("hello");
        archive();
        assertThat(application.command(32)).anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
        assertThat(run("second")).isEqualTo("hello\n");
        assertThat(application.sharedClasses().archiving()).isEmpty();
    }

    /** Only then is the list complete: a JVM that ends adds what it has linked. */
    @Test
    void areArchivedAgainWhenTheProcessThatListedThemHasEnded() throws IOException {
        run("first");
        var list = Files.move(
                listed(),
                folder.resolve(
                        "classes-pid%d.list".formatted(ProcessHandle.current().pid())));
        archive();
        assertThat(application.sharedClasses().archiving()).isEmpty();
        Files.move(list, folder.resolve("classes-pid%d.list".formatted(ended())));
        archive();
        assertThat(application.sharedClasses().archiving()).isEmpty();
        assertThat(run("second")).isEqualTo("hello\n");
    }

    @Test
    void neverKeepAProgramFromStarting() throws IOException {
        run("first");
        archive();
        Files.writeString(archived(), "garbage");
        assertThat(run("second")).contains("hello");
    }

    private void archive() throws IOException {
        run("archiving", application.sharedClasses().archiving().orElseThrow());
        application.sharedClasses().keep();
    }

    private static long ended() throws IOException {
        var process = new ProcessBuilder(JavaApplication.java(), "-version").start();
        process.onExit().join();
        return process.pid();
    }

    private Path listed() throws IOException {
        return only(".list");
    }

    private Path archived() throws IOException {
        return only(".jsa");
    }

    private Path only(String suffix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String run(String name) throws IOException {
        return run(name, new Program(application.command(32), Map.of(), folder));
    }

    private String run(String name, Program program) throws IOException {
        var log = folder.resolve(name + ".log");
        var child = Child.start(name, program, log);
        assertThat(child.endsWithin(PATIENCE)).isTrue();
        assertThat(child.exitCode()).as(() -> child.lastWords()).isZero();
        return Files.readString(log);
    }
}
