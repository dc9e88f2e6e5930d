package dev.millrace.orderservice.domain;

import static java.math.RoundingMode.UNNECESSARY;

import java.math.BigDecimal;

/** An amount in one currency, always with four decimals so that equal amounts are equal. */
public record Money(BigDecimal amount, String currency) {

    private static final int DECIMALS = 4;
    private static final int DIGITS = 18;

    public Money {
        amount = amount.setScale(DECIMALS, UNNECESSARY);
    }

    static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    Money times(int factor) {
        return new Money(amount.multiply(BigDecimal.valueOf(factor)), currency);
    }

    boolean exceeds(Money other) {
        return amount.compareTo(sameCurrency(other).amount) > 0;
    }

    boolean isZero() {
        return amount.signum() == 0;
    }

    boolean isNegative() {
        return amount.signum() < 0;
    }

    /** Whether the amount has at most the 18 digits that an event can carry. */
    boolean isRecordable() {
        return amount.precision() <= DIGITS;
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot reckon " + other.currency + " against " + currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
