package dev.millrace.local.certificates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is replaced whole or not at all, and that nobody but its owner can read before it has its final mode. */
enum PemFile {
    SECRET("rw-------"),
    PUBLIC("rw-r--r--");

    private final String mode;

    PemFile(String mode) {
        this.mode = mode;
    }

    /** A process that dies in here leaves a draft beside the file, whose key nobody has ever used. */
    void write(Path file, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(SECRET.mode));
        var draft = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".draft", ownerOnly);
        try {
            Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(mode));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
