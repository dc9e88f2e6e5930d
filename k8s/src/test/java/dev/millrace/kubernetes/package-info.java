/** What Kustomize renders for each overlay, against the models of Kubernetes, Strimzi, Prometheus and KEDA, and against itself. */
@NullMarked
package dev.millrace.kubernetes;

import org.jspecify.annotations.NullMarked;
