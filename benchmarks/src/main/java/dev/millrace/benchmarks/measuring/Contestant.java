package dev.millrace.benchmarks.measuring;

import java.util.List;

/** One side of a comparison: ours or the peer. */
@FunctionalInterface
public interface Contestant {

    List<Reading> round() throws Exception;
}
