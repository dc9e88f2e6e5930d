package dev.millrace.local.demo.shop;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a retail file: a product on an invoice. */
record RetailRow(
        String invoice,
        String stockCode,
        @Nullable String description,
        int quantity,
        LocalDateTime at,
        BigDecimal unitPrice,
        Optional<String> customer,
        @Nullable String country) {}
