@NullMarked
package dev.millrace.starter.http;

import org.jspecify.annotations.NullMarked;
