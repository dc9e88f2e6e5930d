package dev.millrace.e2e;

import java.util.UUID;

/** Requests that the tests send. */
final class Samples {

    private Samples() {}

    static String order(UUID customer, String description) {
        return guestOrder(description).replaceFirst("\\{", "{\"customerId\": \"" + customer + "\", ");
    }

    static String guestOrder(String description) {
        return """
                {"country": "Norway", "lines": [
                  {"sku": "MILL-1", "description": "%s", "quantity": 2, "unitPrice": {"amount": 49.90, "currency": "GBP"}}]}""".formatted(description);
    }

    static String user(UUID id) {
        return """
                {"email": "%s@example.com", "name": "Name %s", "country": "Norway"}""".formatted(id, word(id));
    }

    /** A word that occurs nowhere else. */
    static String word(UUID id) {
        return "w" + id.toString().replace("-", "");
    }
}
