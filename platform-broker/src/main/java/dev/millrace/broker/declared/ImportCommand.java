package dev.millrace.broker.declared;

import static java.util.Objects.requireNonNull;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the files that declare a cluster as it is, so that a plan with them finds nothing to do. */
@Component
public final class ImportCommand {

    private final List<Import> imports;
    private final ImportSettings settings;

    ImportCommand(List<Import> imports, ImportSettings settings) {
        this.imports = imports;
        this.settings = settings;
    }

    /**
     * Nothing is written before Kafka has told everything, and then all files are, or none.
     *
     * @return 0; what can't be done is thrown
     */
    public int importAll(PrintStream out) {
        imports.forEach(one -> refuseToOverwrite(settings.file(one.name())));
        var found = new LinkedHashMap<Path, Imported>();
        imports.forEach(one -> found.put(settings.file(one.name()), one.imported()));
        write(found);
        found.forEach((file, imported) -> {
            out.println(file);
            imported.remarks().forEach(remark -> out.println("  " + remark));
        });
        return 0;
    }

    private static void refuseToOverwrite(Path file) {
        if (Files.exists(file)) {
            throw new StartRefused(
                    "%s exists already, and an import overwrites nothing".formatted(file),
                    "Name an empty folder in millrace.import.folder.");
        }
    }

    private static void write(Map<Path, Imported> found) {
        var begun = new ArrayList<Path>();
        found.forEach((file, imported) -> {
            try {
                Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
                begun.add(Files.createFile(file));
                Files.writeString(file, imported.yaml());
            } catch (IOException e) {
                begun.forEach(path -> takeAway(path, e));
                throw new StartRefused(
                        "%s can't be written: %s".formatted(file, e),
                        "Nothing was imported. Name another folder in millrace.import.folder.");
            }
        });
    }

    private static void takeAway(Path file, IOException reason) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
