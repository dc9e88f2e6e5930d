package dev.millrace.local.processes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file a process writes its output to: one for this start, one for the start before. */
record Log(Path path) {

    private static final int LAST_LINES = 20;
    private static final int LAST_BYTES = 16_384;

    void rotate() throws IOException {
        Files.createDirectories(path.getParent());
        if (Files.exists(path)) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    String lastWords() {
        return "The last lines of %s:%n  %s".formatted(path, String.join("\n  ", lastLines()));
    }

    private List<String> lastLines() {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(LAST_BYTES, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(unreadable: " + e + ")");
        }
    }
}
