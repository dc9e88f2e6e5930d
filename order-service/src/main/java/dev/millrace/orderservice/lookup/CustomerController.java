package dev.millrace.orderservice.lookup;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.orderservice.deciding.CustomerCopy;
import dev.millrace.starter.http.Problem;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells whether orders of a customer are taken: a user who was just registered is known here a moment later. */
@RestController
final class CustomerController {

    /** What this service knows of a user. */
    record Customer(UUID id) {}

    private final CustomerCopy customers;

    CustomerController(CustomerCopy customers) {
        this.customers = customers;
    }

    @GetMapping("/customers/{id}")
    Customer customer(@PathVariable UUID id) {
        if (!customers.include(id)) {
            throw Problem.of(NOT_FOUND, "customer-not-found", "Customer not found", "There is no such customer.");
        }
        return new Customer(id);
    }
}
