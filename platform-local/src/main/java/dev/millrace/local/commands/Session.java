package dev.millrace.local.commands;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.StartFailed;
import dev.millrace.local.platform.State;
import dev.millrace.local.processes.Death;
import dev.millrace.local.screen.Screen;
import dev.millrace.local.screen.Welcome;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** A platform in the foreground: up, used, and down again when the user says so or a process dies. */
final class Session implements Observer {

    private static final int ASKED_TO_END = 128 + 15; // SIGTERM

    private final Folders folders;
    private final Ports ports;
    private final OptionalInt brokers;
    private final List<String> names;
    private final PrintStream out;
    private volatile Screen screen;
    private volatile boolean ending;
    private volatile int exitCode = 130;

    Session(Folders folders, Ports ports, OptionalInt brokers, List<String> names, PrintStream out) {
        this.folders = folders;
        this.ports = ports;
        this.brokers = brokers;
        this.names = names;
        this.out = out;
        this.screen = Screen.on(out, false, Map::of);
    }

    /** What is done with a platform once it is up; false if it did not go well. */
    interface Work {
        boolean on(LocalPlatform platform) throws Exception;
    }

    int run(Work work, boolean exit) throws Exception {
        var began = Instant.now();
        var platform = LocalPlatform.open(folders, ports, brokers, names, this);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAtOnce(platform), "end"));
        try {
            platform.leftovers().forEach(name -> out.printf("Ended %s, left over from before.%n", name));
            start(platform);
            new Welcome(out).print(platform, Duration.between(began, Instant.now()));
            return use(platform, work, exit);
        } catch (StartFailed e) {
            waitWhileEnding();
            out.println(e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            waitWhileEnding();
            throw e;
        } finally {
            ending = true;
            platform.close();
        }
    }

    private void start(LocalPlatform platform) {
        try (var table = Screen.on(out, Terminal.isThere(), platform::memory)) {
            screen = table;
            platform.start();
        } finally {
            screen = Screen.on(out, false, Map::of);
        }
    }

    private int use(LocalPlatform platform, Work work, boolean exit) throws Exception {
        var worked = CompletableFuture.supplyAsync(() -> work(work, platform), Thread::startVirtualThread);
        var death = platform.death();
        CompletableFuture.anyOf(worked, death).join();
        if (!death.isDone()) {
            exitCode = worked.join() ? 0 : 1;
            if (exit) {
                return exitCode;
            }
            Thread.startVirtualThread(() -> prepareNextStart(platform));
        }
        return report(death.join());
    }

    /** An extra that may fail: the next start then takes as long as this one. */
    private void prepareNextStart(LocalPlatform platform) {
        try {
            platform.prepareNextStart();
        } catch (IOException e) {
            if (!ending) {
                out.println("The next start will be no faster: " + e);
            }
        }
    }

    private static boolean work(Work work, LocalPlatform platform) {
        try {
            return work.on(platform);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int report(Death death) {
        waitWhileEnding();
        out.println(death);
        return 1;
    }

    /** Ctrl-C and ./run stop come in here, from whatever we are doing at that moment. */
    private void endAtOnce(LocalPlatform platform) {
        if (!ending) {
            ending = true;
            out.println();
            platform.close();
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** While the processes are being ended on the user's word, that they end is no news. */
    private void waitWhileEnding() {
        while (ending) {
            java.util.concurrent.locks.LockSupport.park();
        }
    }

    @Override
    public void reviving(Component component, Death death) {
        out.println(death.exitCode() == ASKED_TO_END ? component.name() + " was stopped." : death);
        out.printf("%s is started again.%n", component.name());
    }

    @Override
    public void lost(Component component, StartFailed reason) {
        out.println(reason.getMessage());
    }

    @Override
    public void changed(Component component, State state) {
        screen.changed(component, state);
    }
}
