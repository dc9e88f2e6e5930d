package dev.millrace.cdc.progress;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CheckpointTest {

    private static final Origin ORIGIN = new Origin("7423", 1);

    @Test
    void goesOnInTheSameLog() {
        assertThatCode(() -> new Checkpoint(Position.at(1), ORIGIN).requireSame(ORIGIN))
                .doesNotThrowAnyException();
    }

    @Test
    void goesOnWhereTheLogWasNotWrittenDownYet() {
        assertThatCode(() -> new Checkpoint(Position.at(1), null).requireSame(ORIGIN))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheLogOfARestoredDatabase() {
        assertThatThrownBy(() -> new Checkpoint(Position.at(1), ORIGIN).requireSame(new Origin("7423", 2)))
                .isInstanceOf(ObstacleException.class)
                .hasMessageStartingWith("The database was restored or has failed over: the position 0/1 is of"
                        + " timeline 1 of system 7423, and this is timeline 2 of system 7423.");
    }

    @Test
    void refusesTheLogOfAnotherDatabase() {
        assertThatThrownBy(() -> new Checkpoint(Position.at(1), ORIGIN).requireSame(new Origin("7424", 1)))
                .isInstanceOf(ObstacleException.class);
    }
}
