@NullMarked
package dev.millrace.local.platform;

import org.jspecify.annotations.NullMarked;
