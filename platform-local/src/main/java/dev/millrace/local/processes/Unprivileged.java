package dev.millrace.local.processes;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL and Elasticsearch refuse to run as root. When we are root, as in many containers, they run under the id that
 * has no rights, and own their folders; otherwise they run as whoever we are.
 */
public final class Unprivileged {

    private static final int NOBODY = 65534;
    private static final boolean ROOT = new UnixSystem().getUid() == 0;

    private Unprivileged() {}

    /**
     * The command under the id without rights.
     *
     * @param touched folders the process works in: when a folder above is closed to that id, as a home folder often is, the
     *     process may also read what it has no permission to
     */
    public static List<String> command(List<String> command, Path... touched) {
        if (!ROOT) {
            return command;
        }
        var wrapped = new ArrayList<>(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--inh-caps=-all"));
        if (Stream.of(touched).anyMatch(Unprivileged::isHidden)) {
            wrapped.removeLast();
            wrapped.addAll(List.of("--inh-caps=-all,+dac_read_search", "--ambient-caps=+dac_read_search"));
            wrapped.add(
                    "--securebits=+no_setuid_fixup"); // or access(2), which Java's Files.exists asks, would not count
            // it
        }
        wrapped.addAll(command);
        return wrapped;
    }

    /** Makes a folder that such a process can call its own. */
    public static Path folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (ROOT) {
            try (var everything = Files.walk(folder)) {
                everything.forEach(Unprivileged::handOver);
            }
        }
        return folder;
    }

    /** Makes a file that only such a process can read. */
    public static Path secret(Path file, String content) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(file);
        Files.writeString(Files.createFile(file, ownerOnly), content);
        if (ROOT) {
            handOver(file);
        }
        return file;
    }

    private static void handOver(Path path) {
        try {
            Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isHidden(Path path) {
        return Stream.iterate(path.toAbsolutePath().getParent(), folder -> folder != null, Path::getParent)
                .anyMatch(Unprivileged::isClosedToOthers);
    }

    private static boolean isClosedToOthers(Path folder) {
        try {
            return !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
