package dev.millrace.orderservice.readmodel;

import java.math.BigDecimal;
import java.util.Map;

/** What a version says at its position: how many orders, and one number for all that stands in their rows. */
record Checksum(Map<Integer, Long> position, long orders, BigDecimal sum) {}
