@NullMarked
package dev.millrace.local.commands;

import org.jspecify.annotations.NullMarked;
