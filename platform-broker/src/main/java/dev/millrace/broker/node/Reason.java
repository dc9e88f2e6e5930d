package dev.millrace.broker.node;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/** Why a file operation failed, in words. */
final class Reason {

    private Reason() {}

    static String of(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "access denied";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> Objects.toString(e.getMessage(), e.toString());
        };
    }
}
