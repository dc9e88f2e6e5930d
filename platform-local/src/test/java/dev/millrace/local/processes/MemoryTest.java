package dev.millrace.local.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void ofThisProcessIsMoreThanAnyJvmCanDoWithout() {
        assertThat(Memory.ofThisProcess()).isGreaterThan(10 << 20);
    }
}
