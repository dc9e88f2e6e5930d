package dev.millrace.benchmarks.cdc;

/**
 * What was read off one connector.
 *
 * @param memory bytes at most while one large transaction passed
 * @param memoryOfTenth the same for a transaction of a tenth of that size, before
 */
record Result(Throughput throughput, Latencies latencies, long memory, long memoryOfTenth) {

    /**
     * Rows a second.
     *
     * @param decoded by PostgreSQL alone, of the same log
     */
    record Throughput(double carried, double decoded) {}
}
