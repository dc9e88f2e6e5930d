package dev.millrace.search.documents;

/** How far an order has come. */
public enum OrderStatus {
    PLACED,
    PAID,
    PARTIALLY_SHIPPED,
    SHIPPED,
    PARTIALLY_RETURNED,
    RETURNED,
    CANCELLED
}
