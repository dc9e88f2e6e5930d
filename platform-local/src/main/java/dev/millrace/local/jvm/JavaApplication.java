package dev.millrace.local.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java program as one version of it lies on disk.
 *
 * @param folder of this version alone; what its classes look like in memory is kept there between starts
 */
public record JavaApplication(Path folder, List<Path> classPath, String mainClass, List<String> options) {

    /** Small stacks and one collector thread, for a machine that runs a dozen of these. */
    private static final List<String> FRUGAL = List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            SharedClasses.MODULES,
            "--sun-misc-unsafe-memory-access=allow");

    /** The Java that runs this process runs the others too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public List<String> command(int heapMegabytes) {
        var command = new ArrayList<>(List.of(java(), "-Xmx" + heapMegabytes + "m"));
        command.addAll(FRUGAL);
        command.addAll(sharedClasses().options());
        command.addAll(options);
        command.addAll(List.of("-cp", joinedClassPath(), mainClass));
        return command;
    }

    public SharedClasses sharedClasses() {
        return new SharedClasses(folder, joinedClassPath());
    }

    private String joinedClassPath() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
