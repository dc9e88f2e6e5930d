package dev.millrace.local.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootJarTest {

    @TempDir
    private Path folder;

    @Test
    void isTakenApartIntoItsClassesAndLibraries() throws IOException {
        var application = build("one");
        assertThat(application.mainClass()).isEqualTo("shop.Application");
        assertThat(application.classPath())
                .extracting(path -> path.getFileName().toString())
                .containsExactly("application.jar", "library.jar");
        assertThat(application.classPath()).allMatch(Files::exists);
    }

    @Test
    void keepsFoldersOfClassesFindable() throws IOException {
        try (var classes = new JarFile(build("one").classPath().getFirst().toFile())) {
            assertThat(classes.getEntry("shop/")).isNotNull();
        }
    }

    @Test
    void keepsWhatSpringLooksForBesideTheClasses() throws IOException {
        try (var classes = new JarFile(build("one").classPath().getFirst().toFile())) {
            assertThat(classes.getEntry("META-INF/spring.factories")).isNotNull();
            assertThat(classes.getEntry("META-INF/services/of.the.Launcher")).isNull();
        }
    }

    @Test
    void isTakenApartAnewWhenItChanges() throws IOException {
        var one = build("one");
        assertThat(build("one").folder()).isEqualTo(one.folder());
        assertThat(build("two").folder()).isNotEqualTo(one.folder()).exists();
        assertThat(one.folder()).exists();
    }

    @Test
    void saysHowToBuildItWhenItIsMissing() {
        assertThatThrownBy(() -> new BootJar(folder.resolve("shop.jar"), folder).application())
                .hasMessageContaining("shop.jar is missing")
                .hasMessageContaining("./mvnw");
    }

    private JavaApplication build(String content) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Start-Class", "shop.Application");
        var jar = folder.resolve("shop.jar");
        try (var boot = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            boot.putNextEntry(new ZipEntry("META-INF/services/of.the.Launcher"));
            boot.putNextEntry(new ZipEntry("META-INF/spring.factories"));
            boot.putNextEntry(new ZipEntry("BOOT-INF/classes/"));
            boot.putNextEntry(new ZipEntry("BOOT-INF/classes/shop/"));
            boot.putNextEntry(new ZipEntry("BOOT-INF/classes/shop/Application.class"));
            boot.write(content.getBytes(StandardCharsets.UTF_8));
            boot.putNextEntry(new ZipEntry("BOOT-INF/lib/library.jar"));
            boot.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return new BootJar(jar, folder.resolve("apart")).application();
    }
}
