package dev.millrace.orderservice.domain;

import java.util.UUID;

/** Whom orders may be placed for. */
@FunctionalInterface
public interface Customers {

    boolean include(UUID customer);
}
