/** How services speak HTTP: problem details, entity versions, pages. */
@NullMarked
package dev.millrace.starter.http;

import org.jspecify.annotations.NullMarked;
