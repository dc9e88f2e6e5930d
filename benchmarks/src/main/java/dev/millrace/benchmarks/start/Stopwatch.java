package dev.millrace.benchmarks.start;

import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.State;
import java.util.Map;
import java.util.TreeMap;

/** Takes the times of one start, from the moment it is made. */
final class Stopwatch implements Observer {

    private final long began = System.nanoTime();
    private final Map<String, Long> beginnings = new TreeMap<>();
    private final Map<String, Double> components = new TreeMap<>();

    @Override
    public void changed(Component component, State state) {
        note(component.name(), state);
    }

    synchronized void note(String component, State state) {
        switch (state) {
            case UNPACKING, PREPARING -> beginnings.put(component, System.nanoTime());
            case READY -> components.put(component, secondsSince(beginnings.getOrDefault(component, began)));
            case WAITING, STARTING, STOPPING, STOPPED, FAILED -> {}
        }
    }

    synchronized Times stop() {
        return new Times(secondsSince(began), new TreeMap<>(components));
    }

    private static double secondsSince(long moment) {
        return (System.nanoTime() - moment) / 1e9;
    }
}
