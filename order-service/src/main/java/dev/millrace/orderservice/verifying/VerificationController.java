package dev.millrace.orderservice.verifying;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Verifies orders by replay while they are placed and read. */
@RestController
@RequestMapping("/admin/verifications")
final class VerificationController {

    private final Verifications verifications;

    VerificationController(Verifications verifications) {
        this.verifications = verifications;
    }

    @PostMapping
    ResponseEntity<VerificationView> start(
            @RequestParam(required = false) @Min(1) @Max(1_000_000) @Nullable Integer eventsPerSecond) {
        var verification = verifications.start(UUID.randomUUID(), eventsPerSecond);
        var location = URI.create("/admin/verifications/" + verification.id());
        return ResponseEntity.accepted().location(location).body(verification.view());
    }

    @GetMapping("/{id}")
    VerificationView verification(@PathVariable UUID id) {
        return verifications.find(id).view();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id) {
        verifications.cancel(id);
    }
}
