package dev.millrace.orderservice.readmodel;

import java.util.List;
import java.util.UUID;

/** What a customer has spent, one entry a currency: different currencies are never added together. */
record CustomerSpending(UUID customerId, List<Spending> spending) {}
