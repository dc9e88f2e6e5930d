@NullMarked
package dev.millrace.local.certificates;

import org.jspecify.annotations.NullMarked;
