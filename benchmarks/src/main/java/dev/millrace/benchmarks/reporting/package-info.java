/** What a run leaves behind: a table for people, a file for programs. */
@NullMarked
package dev.millrace.benchmarks.reporting;

import org.jspecify.annotations.NullMarked;
