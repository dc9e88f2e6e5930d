package dev.millrace.local.jvm;

import dev.millrace.local.processes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JVM's class data sharing: a first start lists the classes it loads, an archive of them is made aside, and later starts
 * map that archive instead of reading, parsing and linking ten thousand classes. A process that ends in order adds to its list
 * what it has linked, lambdas above all, so the archive is made once more when that has happened. The JVM itself checks that
 * an archive fits the class path, and does without it if not.
 */
public record SharedClasses(Path folder, String classPath) {

    private static final int HEAP_MEGABYTES = 512;
    /** An archive only fits a start with the same options about modules. */
    static final String MODULES = "--enable-native-access=ALL-UNNAMED";

    private static final String LIST_OF = "classes-pid";
    private static final String LIST = ".list";
    private static final int LEAST_URGENT = 19;

    private Path archive() {
        return folder.resolve("classes-%s.jsa".formatted(Runtime.version()));
    }

    private Path draft() {
        return folder.resolve("classes.draft");
    }

    /** What a start needs to be told. */
    List<String> options() {
        return Files.exists(archive())
                ? List.of("-XX:SharedArchiveFile=" + archive())
                : List.of("-XX:DumpLoadedClassList=" + folder.resolve("classes-%p" + LIST));
    }

    /** How to make the archive, if there is none yet or a process has ended since that has more to list. */
    public Optional<Program> archiving() throws IOException {
        if (!Files.isDirectory(folder)
                || Files.exists(archive()) && endedLists().isEmpty()) {
            return Optional.empty();
        }
        return bestList().map(list -> new Program(commandFor(list), Map.of(), folder));
    }

    private Optional<Path> bestList() throws IOException {
        return lists().stream()
                .max(Comparator.comparingLong(list -> list.toFile().length()));
    }

    /** Of processes that are no more, so that nothing will be added to them. */
    private List<Path> endedLists() throws IOException {
        return lists().stream().filter(list -> !isBeingWritten(list)).toList();
    }

    private static boolean isBeingWritten(Path list) {
        var name = list.getFileName().toString();
        var process = Long.parseLong(name.substring(LIST_OF.length(), name.length() - LIST.length()));
        return ProcessHandle.of(process).isPresent();
    }

    private List<Path> lists() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(LIST)).toList();
        }
    }

    private List<String> commandFor(Path list) {
        return List.of(
                "nice",
                "-n",
                Integer.toString(LEAST_URGENT),
                JavaApplication.java(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                MODULES,
                "-XX:+AOTClassLinking",
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + draft(),
                "-cp",
                classPath);
    }

    /** Makes the finished archive the one that starts use. */
    public void keep() throws IOException {
        Files.move(draft(), archive(), StandardCopyOption.ATOMIC_MOVE);
        for (var list : endedLists()) {
            Files.delete(list);
        }
    }
}
