package dev.millrace.local.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One step for each component, side by side, but after the steps of those it has to wait for. */
final class Steps {

    private static final Executor THREADS = Thread::startVirtualThread;

    private final Map<String, Component> components;
    private final Function<Component, Set<String>> awaited;
    private final Consumer<Component> step;
    private final Map<String, CompletableFuture<@Nullable Void>> begun = new HashMap<>();

    private Steps(
            Collection<? extends Component> components,
            Function<Component, Set<String>> awaited,
            Consumer<Component> step) {
        this.components = components.stream().collect(Collectors.toMap(Component::name, UnaryOperator.identity()));
        this.awaited = awaited;
        this.step = step;
    }

    /** Takes the step of what is needed before the step of what needs it; returns at the first failure. */
    static void upwards(Collection<? extends Component> components, Consumer<Component> step) {
        new Steps(components, Component::needs, step).take();
    }

    /** Takes the step of what needs others before the step of those others. */
    static void downwards(Collection<? extends Component> components, Consumer<Component> step) {
        new Steps(components, needed -> thatNeed(needed, components), step).take();
    }

    private static Set<String> thatNeed(Component needed, Collection<? extends Component> components) {
        return components.stream()
                .filter(component -> component.needs().contains(needed.name()))
                .map(Component::name)
                .collect(Collectors.toSet());
    }

    private void take() {
        var all = components.keySet().stream().map(this::begin).toList();
        var end = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
        for (var one : all) {
            var _ = one.whenComplete((_, failure) -> {
                if (failure != null) {
                    end.completeExceptionally(failure);
                }
            });
        }
        await(end);
    }

    private CompletableFuture<@Nullable Void> begin(String name) {
        var known = begun.get(name);
        if (known != null) {
            return known;
        }
        var component = components.get(name);
        if (component == null) { // not among those that take part: it is there already
            return CompletableFuture.completedFuture(null);
        }
        var before = awaited.apply(component).stream().map(this::begin).toArray(CompletableFuture[]::new);
        var taken = CompletableFuture.allOf(before).thenRunAsync(() -> step.accept(component), THREADS);
        begun.put(name, taken);
        return taken;
    }

    private static void await(CompletableFuture<?> end) {
        try {
            end.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
