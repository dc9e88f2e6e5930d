package dev.millrace.logs.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DailyIndexTest {

    @Test
    void namesAnIndexAfterItsDay() {
        assertThat(DailyIndex.of(LocalDate.parse("2010-12-01"))).isEqualTo("logs-2010.12.01");
    }

    @Test
    void readsTheDayBackFromItsOwnNamesOnly() {
        assertThat(DailyIndex.dayOf("logs-2010.12.01")).contains(LocalDate.parse("2010-12-01"));
        assertThat(DailyIndex.dayOf("logs-2010.13.01")).isEmpty();
        assertThat(DailyIndex.dayOf("logs-nginx.access.old")).isEmpty();
        assertThat(DailyIndex.dayOf("orders-v1")).isEmpty();
    }
}
