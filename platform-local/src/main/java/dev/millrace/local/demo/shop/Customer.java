package dev.millrace.local.demo.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who buys, as user-service is to know them. */
public record Customer(
        UUID id, String email, String name, @Nullable String country) {

    static Customer of(String number, @Nullable String country) {
        return new Customer(idOf(number), number + "@customers.example", "Customer " + number, country);
    }

    static UUID idOf(String number) {
        return Ids.of("customer", number);
    }
}
