package dev.millrace.local.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.function.Predicate;

/** An engine's files, unpacked once beside its archive however many processes ask for them at a time. */
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

    public Path unpacked() throws IOException {
        var target = folder.resolve(archive + ".unpacked");
        if (!Files.exists(target)) {
            unpackInto(target);
        }
        return target;
    }

    /** A crash in here leaves a draft, which the next one removes. The system drops the lock of a process that dies. */
    private void unpackInto(Path target) throws IOException {
        synchronized (Distribution.class) {
            try (var lock = FileChannel.open(
                            folder.resolve(archive + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.exists(target)) {
                    var draft = folder.resolve(archive + ".draft");
                    Trees.delete(draft);
                    new Archive(folder.resolve(archive), wanted).unpackInto(Files.createDirectory(draft));
                    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
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
