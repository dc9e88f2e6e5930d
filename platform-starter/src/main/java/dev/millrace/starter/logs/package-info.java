/** Ships what a service logs to the topic of all logs, without ever making it wait. */
@NullMarked
package dev.millrace.starter.logs;

import org.jspecify.annotations.NullMarked;
