package dev.millrace.logs.reading;

/**
 * How much of what one run of a service wrote is indexed: all of it, when both numbers are equal.
 *
 * @param maxSequence the number of the last line, which counts from 1
 */
record InstanceLines(String service, String instance, long indexed, long maxSequence) {}
