package dev.millrace.local.platform;

import static java.util.Objects.requireNonNull;

import dev.millrace.local.processes.Child;
import dev.millrace.local.processes.Death;
import dev.millrace.local.processes.Program;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Components that run: each is started as soon as what it needs is ready, and ended before what it needs ends. */
public final class Platform {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(180), Duration.ofSeconds(25));
    private static final Duration ASIDE_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Folders folders;
    private final Roster roster;
    private final Observer observer;
    private final Limits limits;
    private final Map<String, Component> components = new ConcurrentHashMap<>();
    private final Map<String, Child> children = new ConcurrentHashMap<>();
    private final CompletableFuture<Death> death = new CompletableFuture<>();
    private boolean stopping;

    public Platform(Folders folders, Observer observer) {
        this(folders, observer, LIMITS);
    }

    Platform(Folders folders, Observer observer, Limits limits) {
        this.folders = folders;
        this.roster = new Roster(folders.processes());
        this.observer = observer;
        this.limits = limits;
    }

    /** How long a component may take to get ready, and to end. */
    record Limits(Duration start, Duration stop) {}

    /** Returns when every component is ready; throws at the first that fails, and leaves the others as they are. */
    public void start(Collection<? extends Component> wanted) {
        wanted.forEach(component -> components.put(component.name(), component));
        wanted.forEach(component -> observer.changed(component, State.WAITING));
        Steps.upwards(wanted, this::bringUp);
    }

    /** Ends everything, those first that nothing else needs; from here on nothing starts any more. */
    public void stop() {
        launchNoMore();
        children.values().stream()
                .filter(child -> !components.containsKey(child.name()))
                .forEach(this::killAside);
        Steps.downwards(components.values(), this::bringDown);
    }

    /** Ends everything at once, for when its data is of no use any more. */
    public void kill() {
        launchNoMore();
        children.values().forEach(Child::kill);
    }

    private synchronized void launchNoMore() {
        stopping = true;
    }

    /** Completes with the first component that ends although nobody asked it to. */
    public CompletableFuture<Death> death() {
        return death;
    }

    public Child child(String name) {
        return Optional.ofNullable(children.get(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " has not been started"));
    }

    /** Every process that runs, by name. */
    public Map<String, Child> children() {
        return Map.copyOf(children);
    }

    /** Starts a component again over its own data, after ending it if it still runs. */
    public void restart(String name) {
        var child = child(name);
        if (child.isAlive()) {
            child.kill();
        }
        bringUp(requireNonNull(components.get(name), name));
    }

    /**
     * Runs a program that serves nobody, and sees to it that it does not outlive the platform.
     *
     * @return whether it ended well
     */
    public boolean runAside(String name, Program program) throws IOException {
        var child = launch(name, program);
        var endedWell = child.endsWithin(ASIDE_LIMIT) && child.exitCode() == 0;
        killAside(child);
        return endedWell;
    }

    private void killAside(Child child) {
        child.kill();
        forget(child);
    }

    private void bringDown(Component component) {
        var child = children.get(component.name());
        if (child != null) {
            observer.changed(component, State.STOPPING);
            child.stop(limits.stop());
            forget(child);
            observer.changed(component, State.STOPPED);
        }
    }

    private void forget(Child child) {
        children.remove(child.name());
        roster.remove(child.name());
    }

    private void bringUp(Component component) {
        try {
            observer.changed(component, component.isUnpacked() ? State.PREPARING : State.UNPACKING);
            var child = launch(component.name(), component.program());
            observer.changed(component, State.STARTING);
            awaitReady(component, child);
            component.equip();
            var _ = child.death().thenAccept(ended -> report(component, ended));
            observer.changed(component, State.READY);
        } catch (StartFailed e) {
            observer.changed(component, State.FAILED);
            throw e;
        } catch (Exception e) {
            observer.changed(component, State.FAILED);
            throw StartFailed.because(component, e);
        }
    }

    private void report(Component component, Death ended) {
        if (component.isReplicated()) {
            Thread.ofVirtual().start(() -> revive(component, ended));
        } else {
            death.complete(ended);
        }
    }

    private void revive(Component component, Death ended) {
        if (isStopping()) {
            return;
        }
        observer.reviving(component, ended);
        try {
            bringUp(component);
        } catch (StartFailed e) {
            if (!isStopping()) {
                observer.lost(component, e);
            }
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private synchronized Child launch(String name, Program program) throws IOException {
        if (stopping) {
            throw new IOException("the platform is being stopped");
        }
        var child = Child.start(name, program, folders.logOf(name));
        children.put(name, child);
        roster.add(child);
        return child;
    }

    private void awaitReady(Component component, Child child) {
        var deadline = Instant.now().plus(limits.start());
        @Nullable Exception reason = null;
        while (Instant.now().isBefore(deadline)) {
            try {
                if (component.isReady()) {
                    return;
                }
            } catch (Exception e) {
                reason = e;
            }
            if (child.endsWithin(POLL)) {
                throw StartFailed.died(child);
            }
        }
        throw StartFailed.tooSlow(child, limits.start(), reason);
    }
}
