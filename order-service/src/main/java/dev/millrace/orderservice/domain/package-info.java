/** Every rule about orders, pure: no clock, no ids, no I/O; time and ids arrive with the command. */
@NullMarked
package dev.millrace.orderservice.domain;

import org.jspecify.annotations.NullMarked;
