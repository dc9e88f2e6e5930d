/** What needs a person, and no longer does, as records of the topic {@code alerts.platform}. */
@NullMarked
package dev.millrace.broker.alerts;

import org.jspecify.annotations.NullMarked;
