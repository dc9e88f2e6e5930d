@NullMarked
package dev.millrace.local.settings;

import org.jspecify.annotations.NullMarked;
