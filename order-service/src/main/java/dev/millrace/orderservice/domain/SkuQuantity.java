package dev.millrace.orderservice.domain;

/** How many pieces of a product. */
public record SkuQuantity(String sku, int quantity) {}
