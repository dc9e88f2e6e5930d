package dev.millrace.broker.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.broker.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String LONGER_THAN_A_FILE_S_NAME_MAY_BE = "t".repeat(300);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void writesAFileForEachKindOfThing() {
        importAll("topics", "users");
        assertThat(folder.resolve("topics.yml")).hasContent("# not all of it\ntopics: []\n");
        assertThat(folder.resolve("users.yml")).exists();
        assertThat(said.toString()).contains("topics.yml", "  not all of it");
    }

    @Test
    void leavesNoFileBehindWhereOneCanNotBeWritten() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> importAll("topics", LONGER_THAN_A_FILE_S_NAME_MAY_BE, "users"))
                .withMessageContaining("can't be written");
        assertThat(folder).isEmptyDirectory();
        assertThat(said.toString()).isEmpty();
    }

    private void importAll(String... names) {
        var imports = Stream.of(names).<Import>map(Described::new).toList();
        new ImportCommand(imports, new ImportSettings(folder)).importAll(new PrintStream(said));
    }

    private record Described(String name) implements Import {

        @Override
        public Imported imported() {
            return new Imported(Map.of(name, List.of()), List.of("not all of it"));
        }
    }
}
