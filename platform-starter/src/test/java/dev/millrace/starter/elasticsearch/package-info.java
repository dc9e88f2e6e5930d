@NullMarked
package dev.millrace.starter.elasticsearch;

import org.jspecify.annotations.NullMarked;
