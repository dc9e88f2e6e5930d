package dev.millrace.local.settings;

/** How large the heap of each Java process may grow, in megabytes. */
public record Heaps(int kafka, int elasticsearch, int schemaRegistry, int service) {

    public static final Heaps STANDARD = new Heaps(320, 320, 160, 320);
}
