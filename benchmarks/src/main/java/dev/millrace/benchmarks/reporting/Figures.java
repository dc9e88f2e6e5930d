package dev.millrace.benchmarks.reporting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers with the digits that mean something. */
final class Figures {

    private static final MathContext DIGITS = new MathContext(4);

    private Figures() {}

    /** For people: three or four digits, thousands set apart. */
    static String text(double value) {
        if (value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        var size = Math.abs(value);
        var decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** For programs: four digits, or the whole number. */
    static BigDecimal number(double value) {
        var exact = BigDecimal.valueOf(value);
        return (Math.abs(value) >= 1000 ? exact.setScale(0, DIGITS.getRoundingMode()) : exact.round(DIGITS))
                .stripTrailingZeros();
    }
}
