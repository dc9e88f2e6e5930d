package dev.millrace.orderservice.readmodel;

import org.jspecify.annotations.Nullable;

/**
 * A read model as it stands.
 *
 * @param active the version that is read
 * @param previous the version that was read before, which is still fed; null before the first switch
 */
record ReadModel(String name, int active, @Nullable Integer previous) {}
