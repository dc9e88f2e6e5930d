package dev.millrace.benchmarks.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0.01234,0.012", "1.2345,1.23", "12.345,12.3", "123.45,123", "12345.6,'12,346'", "4000,'4,000'"})
    void showsTheDigitsThatMeanSomething(double value, String text) {
        assertThat(Figures.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.0123456,0.01235", "1.23456,1.235", "12345.6,12346", "4000,4000", "1000000,1000000"})
    void keepsFourDigitsOrTheWholeNumber(double value, String number) {
        assertThat(Figures.number(value).toPlainString()).isEqualTo(number);
    }

    @Test
    void writesNegativeDifferencesToo() {
        assertThat(Figures.text(-12.345)).isEqualTo("-12.3");
    }
}
