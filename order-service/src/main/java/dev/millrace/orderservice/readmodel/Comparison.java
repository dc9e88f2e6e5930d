package dev.millrace.orderservice.readmodel;

/** Two versions of the view, side by side. */
record Comparison(Checksum active, Checksum rebuilt) {

    boolean isAtOnePosition() {
        return active.position().equals(rebuilt.position());
    }

    boolean isEqual() {
        return active.equals(rebuilt);
    }

    @Override
    public String toString() {
        return "The active version has %d orders with the checksum %s, the rebuilt one %d with %s."
                .formatted(active.orders(), active.sum(), rebuilt.orders(), rebuilt.sum());
    }
}
