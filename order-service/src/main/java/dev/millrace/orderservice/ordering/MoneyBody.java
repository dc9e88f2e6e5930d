package dev.millrace.orderservice.ordering;

import dev.millrace.contracts.Money;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/** An amount as callers send it. */
record MoneyBody(
        @NotNull @Digits(integer = 14, fraction = 4) BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code, such as GBP") String currency) {

    Money toAvro() {
        return new Money(amount.setScale(4), currency);
    }
}
