package dev.millrace.benchmarks.measuring;

import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a benchmark is given: a place for files, a way to close what it starts, and someone to tell how far it is.
 * All of it is gone when the run ends, by itself or by Ctrl-C.
 */
public final class Workplace implements AutoCloseable {

    private final Path home;
    private final Scratch scratch;
    private final @Nullable Integer rounds;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> inUse = new ArrayDeque<>();

    private Workplace(Path home, Scratch scratch, @Nullable Integer rounds, Consumer<String> progress) {
        this.home = home;
        this.scratch = scratch;
        this.rounds = rounds;
        this.progress = progress;
    }

    /**
     * Makes a workplace below the target folder.
     *
     * @param home the repository, built
     * @param rounds how many rounds count; when null, every benchmark has as many as it needs
     */
    public static Workplace in(Path home, @Nullable Integer rounds, Consumer<String> progress) throws IOException {
        var scratch = Scratch.in(home.resolve("benchmarks/target/scratch"));
        var workplace = new Workplace(home, scratch, rounds, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(workplace::closeInterrupted));
        return workplace;
    }

    public Path scratch() {
        return scratch.folder();
    }

    /** The folders of a platform that is built from this repository and writes nowhere else. */
    public Folders platform() {
        return new Folders(home, scratch.platform());
    }

    public Rounds rounds(int warmUps, int counted) {
        return new Rounds(warmUps, rounds == null ? counted : rounds, progress);
    }

    public void say(String what) {
        progress.accept(what);
    }

    /** Closes it at the end, the last one first. */
    public synchronized <T extends AutoCloseable> T use(T thing) {
        inUse.push(thing);
        return thing;
    }

    /** Closes it now. */
    public synchronized void end(AutoCloseable thing) {
        inUse.remove(thing);
        closeFully(thing);
    }

    @Override
    public synchronized void close() throws IOException {
        while (!inUse.isEmpty()) {
            closeFully(inUse.pop());
        }
        scratch.close();
    }

    private static void closeFully(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            throw new IllegalStateException("can't close " + thing, e);
        }
    }

    private void closeInterrupted() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + scratch.folder(), e);
        }
    }
}
