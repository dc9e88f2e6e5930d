@NullMarked
package dev.millrace.search.searching;

import org.jspecify.annotations.NullMarked;
