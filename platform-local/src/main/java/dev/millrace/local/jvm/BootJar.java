package dev.millrace.local.jvm;

import dev.millrace.local.files.Drafts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * A Spring Boot jar, taken apart into plain jars: they load faster than jars within a jar, and the JVM can share their
 * classes. A jar that is built anew leaves what already runs alone.
 */
public final class BootJar {

    private static final String CLASSES = "BOOT-INF/classes/";
    /** So many may be in use at a time, by platforms that were started before a build and after it. */
    private static final int VERSIONS = 3;

    private static final String METADATA = "META-INF/";
    private static final String SERVICES = "META-INF/services/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    private final Path jar;
    private final Path folder;

    /**
     * @param folder where jars are taken apart
     */
    public BootJar(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * The program inside, taken apart if it is not yet.
     *
     * @param options for its JVM, beyond those of every one
     */
    public JavaApplication application(String... options) throws IOException {
        if (!Files.exists(jar)) {
            throw new IOException("%s is missing; ./mvnw -Dquick package builds it".formatted(jar));
        }
        try (var content = new JarFile(jar.toFile())) {
            var apart = apart(content);
            var mainClass = content.getManifest().getMainAttributes().getValue("Start-Class");
            return new JavaApplication(apart, classPath(content, apart), mainClass, List.of(options));
        }
    }

    private Path apart(JarFile content) throws IOException {
        var name = jar.getFileName().toString().replace(".jar", "-");
        var drafts = new Drafts(folder);
        var apart = drafts.make(name + Long.toHexString(fingerprint(content)), draft -> takeApart(content, draft));
        Files.setLastModifiedTime(apart, FileTime.from(Instant.now()));
        drafts.keepNewest(name, VERSIONS);
        return apart;
    }

    /** Changes whenever any entry does. */
    private static long fingerprint(JarFile content) {
        var sum = new CRC32();
        content.stream()
                .forEach(entry -> sum.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8)));
        return sum.getValue();
    }

    private static void takeApart(JarFile content, Path target) throws IOException {
        try (var classes = new JarOutputStream(Files.newOutputStream(target.resolve("application.jar")))) {
            for (var entry : Collections.list(content.entries())) {
                take(entry, content, target, classes);
            }
        }
    }

    /** Folders of classes are entries too: without them, Spring would not find what is inside. */
    private static void take(ZipEntry entry, JarFile content, Path target, JarOutputStream classes) throws IOException {
        var name = entry.getName();
        try (var bytes = content.getInputStream(entry)) {
            if (name.startsWith(CLASSES) && name.length() > CLASSES.length()) {
                classes.putNextEntry(new ZipEntry(name.substring(CLASSES.length())));
                bytes.transferTo(classes);
            } else if (isMetadata(name)) {
                classes.putNextEntry(new ZipEntry(name));
                bytes.transferTo(classes);
            } else if (isLibrary(name)) {
                Files.copy(bytes, target.resolve(name.substring(LIBRARIES.length())));
            }
        }
    }

    /** Such as {@code spring.factories}, which Spring Boot keeps beside the classes; the manifest and the services are those of its launcher. */
    private static boolean isMetadata(String name) {
        return name.startsWith(METADATA) && !name.equals(JarFile.MANIFEST_NAME) && !name.startsWith(SERVICES);
    }

    private static boolean isLibrary(String name) {
        return name.startsWith(LIBRARIES) && name.endsWith(".jar");
    }

    /** In the order of the jar, which is the order Maven has given. */
    private static List<Path> classPath(JarFile content, Path apart) {
        var classPath = new ArrayList<>(List.of(apart.resolve("application.jar")));
        content.stream()
                .map(ZipEntry::getName)
                .filter(BootJar::isLibrary)
                .forEach(name -> classPath.add(apart.resolve(name.substring(LIBRARIES.length()))));
        return classPath;
    }
}
