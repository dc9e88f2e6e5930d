package dev.millrace.orderservice.domain;

/** A line of an order and how many of its pieces have been shipped, and of these come back. */
public record SoldLine(OrderLine line, int shipped, int returned) {

    int left() {
        return line.quantity() - shipped;
    }

    int out() {
        return shipped - returned;
    }

    SoldLine shipping(int pieces) {
        return new SoldLine(line, shipped + pieces, returned);
    }

    SoldLine takingBack(int pieces) {
        return new SoldLine(line, shipped, returned + pieces);
    }
}
