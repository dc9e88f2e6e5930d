package dev.millrace.benchmarks.measuring;

/** What a measure came to in one round. */
public record Reading(Measure measure, double value) {}
