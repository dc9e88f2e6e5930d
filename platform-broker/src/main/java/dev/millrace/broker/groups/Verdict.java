package dev.millrace.broker.groups;

/**
 * What is to be thought of a group in a partition.
 *
 * @param reason what was seen, as a sentence
 * @param action what to do about it, as a sentence; empty where there is nothing to do
 */
record Verdict(State state, String reason, String action) {}
