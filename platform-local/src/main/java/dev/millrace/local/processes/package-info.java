/** Child processes: started, watched, ended, and found again after a crash. */
@NullMarked
package dev.millrace.local.processes;

import org.jspecify.annotations.NullMarked;
