package dev.millrace.orderservice.domain;

import org.jspecify.annotations.Nullable;

/** One position of an order; a product may stand in several lines, at different prices. */
public record OrderLine(String sku, @Nullable String description, int quantity, Money unitPrice) {

    Money price() {
        return unitPrice.times(quantity);
    }
}
