package dev.millrace.local.platform;

import dev.millrace.local.processes.Child;
import dev.millrace.local.settings.Folders;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Components that run: each is started as soon as what it needs is ready, and ended before what it needs ends. */
public final class Platform {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Executor THREADS = command -> Thread.ofVirtual().start(command);

    private final Folders folders;
    private final Map<String, Component> components = new ConcurrentHashMap<>();
    private final Map<String, Child> children = new ConcurrentHashMap<>();

    public Platform(Folders folders) {
        this.folders = folders;
    }

    /** Returns when every component is ready; when one fails, the others stay as they are. */
    public void start(Collection<? extends Component> wanted) {
        wanted.forEach(component -> components.put(component.name(), component));
        var steps = new ConcurrentHashMap<String, CompletableFuture<@Nullable Void>>();
        inOrder(wanted, steps, Component::needs, this::bringUp);
        await(steps.values());
    }

    /** Ends everything, those first that nothing else needs. */
    public void stop() {
        var steps = new ConcurrentHashMap<String, CompletableFuture<@Nullable Void>>();
        inOrder(components.values(), steps, this::neededBy, component -> bringDown(component.name()));
        await(steps.values());
    }

    /** Ends everything at once, for when its data is of no use any more. */
    public void kill() {
        children.values().forEach(Child::kill);
    }

    public Child child(String name) {
        return children.get(name);
    }

    /** Starts a component again that has ended, over its own data. */
    public void startAgain(String name) {
        bringUp(components.get(name));
    }

    private Collection<String> neededBy(Component component) {
        return components.values().stream()
                .filter(other -> other.needs().contains(component.name()))
                .map(Component::name)
                .collect(Collectors.toSet());
    }

    private void bringDown(String name) {
        var child = children.remove(name);
        if (child != null) {
            child.stop(STOP_LIMIT);
        }
    }

    private void bringUp(Component component) {
        try {
            var child = Child.start(component.name(), component.program(), folders.logOf(component.name()));
            children.put(component.name(), child);
            awaitReady(component, child);
            component.equip();
        } catch (StartFailed e) {
            throw e;
        } catch (Exception e) {
            throw StartFailed.because(component.name(), e);
        }
    }

    private void awaitReady(Component component, Child child) {
        var deadline = Instant.now().plus(START_LIMIT);
        Exception reason = null;
        while (true) {
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
            if (Instant.now().isAfter(deadline)) {
                throw StartFailed.tooSlow(child, reason);
            }
        }
    }

    private interface Step {
        void take(Component component);
    }

    private void inOrder(
            Collection<? extends Component> those,
            Map<String, CompletableFuture<@Nullable Void>> steps,
            Function<Component, Collection<String>> first,
            Step step) {
        var left = those.stream().collect(Collectors.toMap(Component::name, Function.identity()));
        left.keySet().forEach(name -> schedule(name, left, steps, first, step));
    }

    private CompletableFuture<@Nullable Void> schedule(
            String name,
            Map<String, ? extends Component> those,
            Map<String, CompletableFuture<@Nullable Void>> steps,
            Function<Component, Collection<String>> first,
            Step step) {
        var known = steps.get(name);
        if (known != null) {
            return known;
        }
        var component = those.get(name);
        if (component == null) {
            return CompletableFuture.completedFuture(null);
        }
        var before = first.apply(component).stream()
                .map(other -> schedule(other, those, steps, first, step))
                .toArray(CompletableFuture[]::new);
        var future = CompletableFuture.allOf(before).thenRunAsync(() -> step.take(component), THREADS);
        steps.put(name, future);
        return future;
    }

    private static void await(Collection<CompletableFuture<@Nullable Void>> steps) {
        try {
            CompletableFuture.allOf(steps.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
