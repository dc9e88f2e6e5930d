package dev.millrace.orderservice.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sums up orders from the view, which follows the commands by a moment. */
@RestController
final class OrderSumsController {

    /** The revenue of some days; days without orders are left out. */
    record Days(List<Revenue> items) {}

    private final OrderReader reader;

    OrderSumsController(OrderReader reader) {
        this.reader = reader;
    }

    @GetMapping("/customers/{id}/spending")
    CustomerSpending spending(@PathVariable UUID id) {
        return new CustomerSpending(id, reader.spending(id));
    }

    @GetMapping("/revenue")
    Days revenue(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String country) {
        return new Days(reader.revenue(new RevenueQuery(from, to, country)));
    }
}
