package dev.millrace.benchmarks.measuring;

import java.util.List;

/** One claim about performance, and the run that shows whether it is true. */
public interface Benchmark {

    /** What one types, and what the file of results is called. */
    String name();

    /** What it measures, in one sentence. */
    String summary();

    /** Starts what it needs and ends it again; an exception means that nothing was measured. */
    List<Finding> run(Workplace workplace) throws Exception;
}
