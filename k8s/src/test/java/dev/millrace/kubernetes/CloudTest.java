package dev.millrace.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Kustomize reads no file outside its folder, so the topics of the catalogue are there a second time. */
class CloudTest {

    private static final Path TOPICS = Overlay.HOME.resolve("platform-broker/platform/topics.yml");
    private static final Path COPY = Overlay.HOME.resolve("k8s/components/foreign-kafka/topics.yml");

    @Test
    void declaresTheTopicsOfTheCatalogue() throws IOException {
        if (Boolean.getBoolean("millrace.write")) {
            Files.writeString(COPY, Files.readString(TOPICS));
        }
        assertThat(COPY).as("run ./mvnw test -pl k8s -am -Dmillrace.write=true").hasSameTextualContentAs(TOPICS);
    }
}
