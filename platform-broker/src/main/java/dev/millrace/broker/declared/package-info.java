/** What files declare of a cluster, compared with what the cluster has, and brought about. */
@NullMarked
package dev.millrace.broker.declared;

import org.jspecify.annotations.NullMarked;
