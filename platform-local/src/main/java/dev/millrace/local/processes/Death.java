package dev.millrace.local.processes;

/** How a process ended that should not have, and the last that was heard of it. */
public record Death(String name, int exitCode, String lastWords) {

    @Override
    public String toString() {
        return "%s ended with exit code %d.%n%s".formatted(name, exitCode, lastWords);
    }
}
