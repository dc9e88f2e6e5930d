package dev.millrace.benchmarks.start;

import dev.millrace.benchmarks.measuring.Benchmark;
import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Reading;
import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.local.LocalPlatform;
import dev.millrace.local.files.Trees;
import dev.millrace.local.processes.Memory;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Starts the whole platform as on a clean clone, and twice again over the data of the first start. */
public final class StartBenchmark implements Benchmark {

    private static final int ROUNDS = 3;
    private static final List<String> EVERYTHING = List.of();

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String summary() {
        return "Seconds until the whole platform is ready, the first time and the next two, and the memory it then holds.";
    }

    @Override
    public List<Finding> run(Workplace workplace) throws Exception {
        return workplace.rounds(0, ROUNDS).of(() -> round(workplace));
    }

    private static List<Reading> round(Workplace workplace) throws Exception {
        var clone = new Folders(
                workplace.scratch().resolve("clone"), workplace.platform().data());
        FreshBuild.link(workplace.platform(), clone);
        var readings = new ArrayList<Reading>();
        for (var start : Start.values()) {
            readings.addAll(readings(start, workplace, clone));
        }
        Trees.delete(clone.home());
        Trees.delete(clone.data());
        return readings;
    }

    private static List<Reading> readings(Start start, Workplace workplace, Folders folders) throws Exception {
        var stopwatch = new Stopwatch();
        var platform =
                workplace.use(LocalPlatform.open(folders, Ports.free(), OptionalInt.empty(), EVERYTHING, stopwatch));
        platform.start();
        var times = stopwatch.stop();
        var readings = start.readings(times, platform.memory(), Memory.of(ProcessHandle.current()));
        platform.prepareNextStart();
        workplace.end(platform);
        return readings;
    }
}
