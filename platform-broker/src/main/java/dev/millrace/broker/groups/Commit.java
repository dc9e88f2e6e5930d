package dev.millrace.broker.groups;

/**
 * Up to where a group has read everything in a partition.
 *
 * @param nothingLeft whether Kafka itself says that nothing is left to read; the offset of a share group is written with its next
 *     acknowledgement only, so without this one that has read everything would seem to stand still
 */
record Commit(long offset, boolean nothingLeft) {}
