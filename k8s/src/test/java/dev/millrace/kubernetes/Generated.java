package dev.millrace.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Manifests that follow from other files, and are kept beside the others so that Kustomize finds them. */
record Generated(Path file) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    static Generated in(String folder) {
        return new Generated(Overlay.HOME.resolve("k8s").resolve(folder));
    }

    static Map<String, Object> read(String file) throws IOException {
        return YAML.readValue(Overlay.HOME.resolve(file).toFile(), new TypeReference<>() {});
    }

    /** With {@code -Dmillrace.write=true} it is written first. */
    void isMadeOf(String sources, List<Map<String, Object>> manifests) throws IOException {
        var text = new StringBuilder(
                "# Made of %s by ./mvnw test -pl k8s -am -Dmillrace.write=true.%n".formatted(sources));
        for (var manifest : manifests) {
            text.append(YAML.writeValueAsString(manifest));
        }
        if (Boolean.getBoolean("millrace.write")) {
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("%s no longer follows from %s; run ./mvnw test -pl k8s -am -Dmillrace.write=true", file, sources)
                .hasContent(text.toString());
    }
}
