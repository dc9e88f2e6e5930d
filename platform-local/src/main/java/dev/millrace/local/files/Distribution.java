package dev.millrace.local.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Predicate;

/** An engine's files, unpacked beside its archive. */
public final class Distribution {

    private static final Properties ARCHIVES = archives();

    private final Path folder;
    private final String archive;
    private final Predicate<String> wanted;

    /**
     * @param folder where the build put the archives
     * @param wanted which entries of the archive are of use
     */
    public Distribution(Path folder, String engine, Predicate<String> wanted) {
        this.folder = folder;
        this.archive = ARCHIVES.getProperty(engine);
        this.wanted = wanted;
    }

    public boolean isUnpacked() {
        return Files.exists(folder.resolve(target()));
    }

    /** Unpacks it first, unless that has been done. */
    public Path unpacked() throws IOException {
        return new Drafts(folder).make(target(), new Archive(folder.resolve(archive), wanted)::unpackInto);
    }

    private String target() {
        return archive + ".unpacked";
    }

    private static Properties archives() {
        var names = new Properties();
        try (var content = Distribution.class.getResourceAsStream("archives.properties")) {
            names.load(content);
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        return names;
    }
}
