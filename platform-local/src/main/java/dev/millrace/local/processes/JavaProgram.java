package dev.millrace.local.processes;

import java.nio.file.Path;

/** The Java that runs this process runs its children too. */
public final class JavaProgram {

    private JavaProgram() {}

    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
