package dev.millrace.benchmarks.start;

import java.util.Map;

/**
 * Seconds until ready.
 *
 * @param total of the whole platform
 * @param components of each, counted from when all it needs is ready
 */
record Times(double total, Map<String, Double> components) {}
