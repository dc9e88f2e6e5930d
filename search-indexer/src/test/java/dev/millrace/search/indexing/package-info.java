@NullMarked
package dev.millrace.search.indexing;

import org.jspecify.annotations.NullMarked;
