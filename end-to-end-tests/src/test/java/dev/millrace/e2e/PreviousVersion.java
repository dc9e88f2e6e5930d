package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** What this repository was before. */
final class PreviousVersion {

    private static final String REVISION = System.getProperty("millrace.previous");

    private static final File LOG = new File("target/previous-version.log");

    private PreviousVersion() {}

    /** Builds its jars in a folder; aborts the test where there is no such history, as in a shallow clone. */
    static void build(Path repository, Path folder) throws IOException, InterruptedException {
        assumeTrue(
                run(repository, "git cat-file -e %s^{commit}".formatted(REVISION)) == 0,
                "This clone has no " + REVISION + ", so nothing is upgraded from it.");
        assertThat(run(repository, "git archive %s | tar -x -C %s".formatted(REVISION, folder)))
                .as("exit code; see %s", LOG)
                .isZero();
        var modules = String.join(",", ContainerPlatform.MODULES);
        assertThat(run(folder, "./mvnw -q -B -Dquick -Dengines.skip -pl %s -am package".formatted(modules)))
                .as("exit code; see %s", LOG)
                .isZero();
    }

    private static int run(Path folder, String command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(LOG));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().remove("MAVEN_ARGS");
        return builder.start().waitFor();
    }
}
