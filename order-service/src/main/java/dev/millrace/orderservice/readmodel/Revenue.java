package dev.millrace.orderservice.readmodel;

import dev.millrace.orderservice.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came in for the orders of one day, country and currency.
 *
 * @param day the day in UTC on which the orders were placed, whenever they were paid
 * @param country null for orders without one
 * @param net paid without refunded
 */
record Revenue(LocalDate day, @Nullable String country, long orders, Money paid, Money refunded, Money net) {}
