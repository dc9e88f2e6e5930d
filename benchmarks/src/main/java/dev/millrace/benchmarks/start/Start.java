package dev.millrace.benchmarks.start;

import dev.millrace.benchmarks.measuring.Goal;
import dev.millrace.benchmarks.measuring.Measure;
import dev.millrace.benchmarks.measuring.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The starts that people wait for; those that follow are like the last of these. */
enum Start {

    /** Engines are unpacked, databases and storage made. */
    FIRST("first start", 60),

    /** Everything is there already. */
    SECOND("second start", 40),

    /** The archives of classes were made once more, from what a whole run has listed. */
    THIRD("third start", 40);

    private static final Goal MEMORY = Goal.atMost(4000);
    private static final double MEGABYTE = 1e6;

    private final String title;
    private final Goal time;

    Start(String title, int seconds) {
        this.title = title;
        this.time = Goal.atMost(seconds);
    }

    /**
     * @param times until each component was ready, and all of them
     * @param memory bytes that each component holds
     * @param everything bytes that all of them and their launcher hold
     */
    List<Reading> readings(Times times, Map<String, Long> memory, long everything) {
        var readings = new ArrayList<Reading>();
        readings.add(new Measure(title, "s", time).reads(times.total()));
        times.components()
                .forEach((name, seconds) -> readings.add(measure(name, "s").reads(seconds)));
        readings.add(new Measure(title + ", memory", "MB", MEMORY).reads(everything / MEGABYTE));
        memory.forEach(
                (name, bytes) -> readings.add(measure("memory of " + name, "MB").reads(bytes / MEGABYTE)));
        return readings;
    }

    private Measure measure(String what, String unit) {
        return new Measure(title + ", " + what, unit);
    }
}
