package dev.millrace.local.demo.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.demo.ledger.Account.Entry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    @Test
    void balancesWhenEveryIdIsThereOnceAtItsVersion() {
        assertThat(account(Map.of("a", 1L, "b", 2L), new Entry("b", 2), new Entry("a", 1)))
                .isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(account(Map.of("a", 1L))).containsExactly("missing: a");
    }

    @Test
    void namesWhatIsDouble() {
        assertThat(account(Map.of("a", 1L), new Entry("a", 1), new Entry("a", 1)))
                .containsExactly("double: a");
    }

    @Test
    void namesWhatNobodyExpected() {
        assertThat(account(Map.of(), new Entry("a", 1))).containsExactly("unexpected: a");
    }

    @Test
    void namesWhatStandsAtAnotherVersion() {
        assertThat(account(Map.of("a", 3L), new Entry("a", 2))).containsExactly("wrong version: a at 2 instead of 3");
    }

    private static List<String> account(Map<String, Long> expected, Entry... found) {
        return Account.of("a place", expected, List.of(found)).differences();
    }
}
