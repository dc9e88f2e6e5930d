/** One Kafka node inside this process: its settings, its data folder, its life. */
@NullMarked
package dev.millrace.broker.node;

import org.jspecify.annotations.NullMarked;
