package dev.millrace.cdc.capture;

import static dev.millrace.cdc.capture.Backlog.MANY;
import static dev.millrace.cdc.capture.Backlog.MOST_RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cdc.postgres.ChangeStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private static final Duration IN_TIME = Duration.ofMillis(900);
    private static final Duration LATE = Duration.ofMillis(1_100);

    @Test
    void keepsNobodyWaitingForWhatIsInTime() {
        assertThat(Backlog.goesOn(MANY, MANY, IN_TIME)).isFalse();
    }

    @Test
    void makesWhatIsLateWaitForWhatFollows() {
        assertThat(Backlog.goesOn(MANY, MANY, LATE)).isTrue();
    }

    @Test
    void endsWithWhatIsLateAndLast() {
        assertThat(Backlog.goesOn(MANY - 1, MANY, LATE)).isFalse();
    }

    @Test
    void goesOnBehindAFullBatch() {
        assertThat(Backlog.goesOn(ChangeStream.MOST_AT_ONCE, 1, IN_TIME)).isTrue();
    }

    @Test
    void isCutIntoTransactionsThatCanBeDoneAgain() {
        assertThat(Backlog.goesOn(MANY, MOST_RECORDS, LATE)).isFalse();
    }
}
