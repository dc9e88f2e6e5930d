/** The platform's own certificate authority, and what it issues for TLS between nodes and clients. */
@NullMarked
package dev.millrace.local.certificates;

import org.jspecify.annotations.NullMarked;
