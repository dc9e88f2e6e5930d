package dev.millrace.cdc.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final List<String> ADA = List.of("users", "ada");
    private static final List<String> BOB = List.of("users", "bob");

    private final Window<String> window = new Window<>();

    @Test
    void keepsWhatNothingWasToldOf() {
        window.open(View.parse("20:20:"));
        window.fill(found());

        assertThat(window.close()).containsExactly("Ada", "Bob");
    }

    @Test
    void leavesOutWhatChangesAfterItWasRead() {
        window.open(View.parse("20:20:"));
        window.fill(found());
        window.tell(20, ADA);

        assertThat(window.close()).containsExactly("Bob");
    }

    @Test
    void leavesOutWhatChangesWhileItIsRead() {
        window.open(View.parse("20:20:"));
        window.tell(20, ADA);
        window.fill(found());

        assertThat(window.close()).containsExactly("Bob");
    }

    @Test
    void keepsWhatWasReadWithTheChange() {
        window.open(View.parse("20:20:"));
        window.tell(19, ADA);
        window.fill(found());
        window.tell(18, BOB);

        assertThat(window.close()).containsExactly("Ada", "Bob");
    }

    @Test
    void staysClosedToAReaderWhoDoesNotSeeWhatWasTold() {
        window.tell(14, ADA);

        assertThat(window.open(View.parse("14:20:14"))).isFalse();
        assertThat(window.open(View.parse("20:20:"))).isTrue();
    }

    @Test
    void remembersWhatWasNotSeenWhenTheNextReaderComes() {
        window.open(View.parse("20:20:"));
        window.tell(20, ADA);
        window.fill(found());
        window.close();

        assertThat(window.open(View.parse("20:21:20"))).isFalse();
        assertThat(window.open(View.parse("21:21:"))).isTrue();
    }

    @Test
    void forgetsWhatEveryLaterReaderSees() {
        window.tell(14, ADA);
        window.settle(View.parse("15:15:"));

        assertThat(window.open(View.parse("14:20:14"))).isTrue();
    }

    @Test
    void hasNothingBeforeAnythingWasRead() {
        assertThat(window.close()).isEmpty();
    }

    private static Map<List<String>, String> found() {
        var found = new LinkedHashMap<List<String>, String>();
        found.put(ADA, "Ada");
        found.put(BOB, "Bob");
        return found;
    }
}
