/** The verbs of the command line. */
@NullMarked
package dev.millrace.local.commands;

import org.jspecify.annotations.NullMarked;
