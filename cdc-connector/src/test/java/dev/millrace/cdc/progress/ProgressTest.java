package dev.millrace.cdc.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void countsTheRecordsOfATransactionFromItsStart() {
        var progress = new Progress(Position.at(100));
        assertThat(progress.advance()).isTrue();
        assertThat(progress.advance()).isTrue();
        assertThat(progress.position()).isEqualTo(new Position(100, 2));
    }

    @Test
    void countsFromTheStartAgainInTheNextTransaction() {
        var progress = new Progress(Position.at(100));
        progress.advance();
        progress.reach(200);
        progress.advance();
        assertThat(progress.position()).isEqualTo(new Position(200, 1));
    }

    @Test
    void passesOverWhatWasWrittenBefore() {
        var progress = new Progress(new Position(100, 2));
        assertThat(progress.advance()).isFalse();
        assertThat(progress.advance()).isFalse();
        assertThat(progress.advance()).isTrue();
        assertThat(progress.position()).isEqualTo(new Position(100, 3));
    }

    @Test
    void staysAtWhatWasWrittenWhileItPassesOverIt() {
        var progress = new Progress(new Position(100, 2));
        progress.advance();
        assertThat(progress.position()).isEqualTo(new Position(100, 2));
    }

    @Test
    void isNotMovedByTheEndOfATransactionThatItIsPast() {
        var progress = new Progress(new Position(100, 2));
        progress.reach(100);
        progress.reach(90);
        assertThat(progress.position()).isEqualTo(new Position(100, 2));
    }

    @Test
    void refusesALogThatHasFewerRecordsThanBefore() {
        var progress = new Progress(new Position(100, 2));
        progress.advance();
        assertThatThrownBy(() -> progress.reach(200))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("After 0/64 the log has 1 records, but 2 of them were written before");
    }

    @Test
    void doesNotCountASnapshotsRowsForTheTransactionAfterIt() {
        var progress = new Progress(Position.at(0));
        progress.reach(100);
        progress.advance();
        progress.restart(100);
        assertThat(progress.advance()).isTrue();
        assertThat(progress.position()).isEqualTo(new Position(100, 1));
    }

    @Test
    void writesPlacesAsPostgresqlDoes() {
        assertThat(Position.at(0x1_016B_3748L).log()).isEqualTo("1/16B3748");
    }
}
