package dev.millrace.orderservice.domain;

/** Why a command is refused: a closed set whose names travel in results and problem types, so they never change. */
public enum Refusal {
    ALREADY_CANCELLED("The order is cancelled."),
    ALREADY_PLACED("The order exists already, with other contents."),
    ALREADY_SHIPPED("Pieces of the order have been shipped already."),
    COMMAND_ID_REUSED("A different command came under the same id before."),
    MIXED_CURRENCIES("All prices of an order are in one currency."),
    NEGATIVE_PRICE("A price is negative."),
    NON_POSITIVE_AMOUNT("The amount is not positive."),
    NON_POSITIVE_QUANTITY("A quantity is not positive."),
    NOTHING_TO_PAY("The order is paid."),
    NOT_PAID("The order is not paid in full."),
    NOT_SHIPPED("Nothing of the order has been shipped."),
    NO_LINES("At least one line is needed."),
    OVERPAYMENT("The payment is more than what is outstanding."),
    RETURNS_MORE_THAN_SHIPPED("More pieces come back than have been shipped and not yet returned."),
    SHIPS_MORE_THAN_LEFT("More pieces are to be shipped than are left."),
    STALE_VERSION("The order has changed since the version that was read."),
    TOO_LARGE("The order has more pieces, or a higher total, than can be recorded."),
    UNKNOWN_CUSTOMER("There is no such customer."),
    UNKNOWN_ORDER("There is no such order."),
    UNKNOWN_SKU("The product is not part of the order."),
    WRONG_CURRENCY("The order is in another currency.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
