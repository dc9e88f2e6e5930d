package dev.millrace.local.jvm;

import dev.millrace.local.files.Trees;
import dev.millrace.local.processes.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java program as one version of it lies on disk.
 *
 * @param folder of this version alone; what its classes look like in memory is kept there between starts
 */
public record JavaApplication(Path folder, List<Path> classPath, String mainClass, List<String> options) {

    /**
     * What runs ten times as often as usual before the second compiler takes it up: nothing but the hot paths of a load. A
     * start then spends a fifth less processor time, all processes together.
     */
    public static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** For what starts much sooner without the second compiler, and serves no worse. */
    public static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

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

    /**
     * The program with a folder of its own to work in. What it writes aside goes there too, and is cleared with every start.
     *
     * @param heapMegabytes how large its heap may grow
     */
    public Program program(int heapMegabytes, Map<String, String> environment, Path data) throws IOException {
        var temporary = data.resolve("temporary");
        Trees.delete(temporary);
        Files.createDirectories(temporary);
        var command = new ArrayList<>(command(heapMegabytes));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        return new Program(command, environment, data);
    }

    List<String> command(int heapMegabytes) {
        var command = new ArrayList<>(List.of(java(), "-Xmx" + heapMegabytes + "m"));
        command.addAll(FRUGAL);
        command.addAll(LATE_OPTIMISATION);
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
