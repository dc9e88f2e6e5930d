package dev.millrace.orderservice.verifying;

/**
 * An order that is not what its events say.
 *
 * @param expected what the replay says, and found what there was instead; of an order only the values that differ
 */
record Difference(String orderId, Where where, String expected, String found) {

    private static final int LONGEST = 500;

    Difference {
        expected = shortened(expected);
        found = shortened(found);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
