package dev.millrace.jpaorders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The same body that order-service takes, checked in the same way. */
record PlaceOrder(
        @Nullable UUID customerId,
        @Nullable @Size(min = 1, max = 100) String country,
        @NotEmpty @Size(max = 5000) List<@NotNull @Valid Line> lines) {

    record Line(
            @NotBlank @Size(max = 64) String sku,
            @Nullable @Size(max = 500) String description,
            @NotNull @Positive Integer quantity,
            @NotNull @Valid Money unitPrice) {}

    record Money(
            @NotNull @PositiveOrZero @Digits(integer = 14, fraction = 4) BigDecimal amount,

            @NotNull @Pattern(regexp = "[A-Z]{3}") String currency) {}
}
