@NullMarked
package dev.millrace.search.documents;

import org.jspecify.annotations.NullMarked;
