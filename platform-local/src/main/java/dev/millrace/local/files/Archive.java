package dev.millrace.local.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A zip, a compressed tar, or a jar around a tar: the three wrappings engines come in. */
final class Archive {

    private final Path file;
    private final Predicate<String> wanted;

    Archive(Path file, Predicate<String> wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    void unpackInto(Path folder) throws IOException {
        try (var entries = open()) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (wanted.test(entry.getName())) {
                    write(entry, entries, target(folder, entry));
                }
            }
        }
    }

    private ArchiveInputStream<?> open() throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        var name = file.getFileName().toString();
        if (name.endsWith(".tar.gz")) {
            return new TarArchiveInputStream(new GZIPInputStream(bytes, 1 << 16));
        }
        return name.endsWith(".jar") ? new TarArchiveInputStream(tarIn(bytes)) : new ZipArchiveInputStream(bytes);
    }

    private InputStream tarIn(InputStream jar) throws IOException {
        var entries = new ZipInputStream(jar);
        for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return new XZInputStream(entries);
            }
        }
        throw new IOException("no tar in " + file);
    }

    private Path target(Path folder, ArchiveEntry entry) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("%s wants to be unpacked outside: %s".formatted(file, entry.getName()));
        }
        return target;
    }

    private static void write(ArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry instanceof TarArchiveEntry tar && tar.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(tar.getLinkName()));
        } else {
            Files.copy(content, target);
            markExecutable(entry, target);
        }
    }

    private static void markExecutable(ArchiveEntry entry, Path target) {
        if (entry instanceof TarArchiveEntry tar && (tar.getMode() & 0100) != 0) {
            target.toFile().setExecutable(true, false);
        }
    }
}
