package dev.millrace.cdc.capture;

import static dev.millrace.cdc.capture.Backlog.MANY;
import static dev.millrace.cdc.capture.Backlog.MOST_RECORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cdc.postgres.ChangeStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BacklogTest {

    /** Of the database; nobody asks what the time is here. */
    private static final Instant NOW = Instant.parse("2001-02-03T04:05:06Z");

    private static final Instant IN_TIME = NOW.minusMillis(900);
    private static final Instant LATE = NOW.minusMillis(1_100);

    private final Backlog backlog = new Backlog(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void keepsNobodyWaitingForWhatIsInTime() {
        assertThat(backlog.goesOn(MANY, MANY, IN_TIME)).isFalse();
    }

    @Test
    void makesWhatIsLateWaitForWhatFollows() {
        assertThat(backlog.goesOn(MANY, MANY, LATE)).isTrue();
    }

    @Test
    void endsWithWhatIsLateAndLast() {
        assertThat(backlog.goesOn(MANY - 1, MANY, LATE)).isFalse();
    }

    @Test
    void goesOnBehindAFullBatch() {
        assertThat(backlog.goesOn(ChangeStream.MOST_AT_ONCE, 1, IN_TIME)).isTrue();
    }

    @Test
    void doesNotWaitWhileNoChangeSaysWhenItWasMade() {
        assertThat(backlog.goesOn(MANY, MANY, null)).isFalse();
    }

    @Test
    void isCutIntoTransactionsThatCanBeDoneAgain() {
        assertThat(backlog.goesOn(MANY, MOST_RECORDS, LATE)).isFalse();
    }
}
