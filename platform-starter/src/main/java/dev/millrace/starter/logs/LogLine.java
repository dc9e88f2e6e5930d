package dev.millrace.starter.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A line on its way.
 *
 * @param sequence counts the lines of one process from 1; a gap on the other side is a line that was dropped
 */
record LogLine(long sequence, ILoggingEvent event) {}
