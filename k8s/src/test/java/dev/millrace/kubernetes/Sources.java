package dev.millrace.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The main classes of a module, as text. */
record Sources(List<String> files) {

    private static final Pattern PREFIX = Pattern.compile("@ConfigurationProperties\\(\"([^\"]+)\"\\)");

    static Sources of(String... modules) {
        return new Sources(Stream.of(modules).flatMap(Sources::read).toList());
    }

    private static Stream<String> read(String module) {
        try (var files = Files.walk(Overlay.HOME.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Sources::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contain(String text) {
        return files.stream().anyMatch(file -> file.contains(text));
    }

    /** Whether some class takes a property, in whichever of Spring's spellings it is written. */
    boolean know(String property) {
        return files.stream().anyMatch(file -> knows(file, uniform(property)));
    }

    private static boolean knows(String file, String property) {
        var literal = Pattern.compile("\"(millrace\\.[a-z.-]+)\"").matcher(file).results();
        var prefix = PREFIX.matcher(file);
        return literal.anyMatch(found -> uniform(found.group(1)).equals(property))
                || prefix.find()
                        && property.startsWith(uniform(prefix.group(1)))
                        && hasComponent(
                                file,
                                property.substring(uniform(prefix.group(1)).length()));
    }

    private static boolean hasComponent(String file, String rest) {
        return Pattern.compile("\\b([a-z]\\w+)(?=[,)])")
                .matcher(file)
                .results()
                .anyMatch(name -> rest.startsWith(uniform(name.group(1))));
    }

    private static String uniform(String property) {
        return property.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
