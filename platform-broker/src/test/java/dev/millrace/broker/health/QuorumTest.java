package dev.millrace.broker.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.broker.health.Quorum.Voter;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuorumTest {

    private static final long NOW = 1_000_000;

    @Test
    void namesVotersThatLag() {
        var late = Quorum.LAGGING.toMillis() + 1;
        var quorum = new Quorum(1, List.of(new Voter(1, NOW), new Voter(2, NOW - late), new Voter(3, NOW - late + 1)));
        assertThat(quorum.lagging()).containsExactly(2);
    }

    @Test
    void namesAVoterThatHasNeverCaughtUp() {
        assertThat(new Quorum(1, List.of(new Voter(1, NOW), new Voter(2, -1))).lagging())
                .containsExactly(2);
    }

    @Test
    void knowsWhenItHasNoLeader() {
        assertThat(new Quorum(-1, List.of()).hasLeader()).isFalse();
        assertThat(new Quorum(0, List.of()).hasLeader()).isTrue();
    }
}
