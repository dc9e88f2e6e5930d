package dev.millrace.broker.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class PartitionsTest {

    private static final Node ONE = new Node(1, "one", 9092);
    private static final Node TWO = new Node(2, "two", 9092);
    private static final Node THREE = new Node(3, "three", 9092);
    private static final List<Node> ALL = List.of(ONE, TWO, THREE);

    @Test
    void areWellWhileEveryCopyIsInSync() {
        var partitions = Partitions.of(List.of(topic(partition(ONE, ALL))), Map.of());
        assertThat(partitions).isEqualTo(new Partitions(List.of(), List.of(), List.of()));
        assertThat(partitions.status()).isEqualTo(Status.UP);
    }

    @Test
    void areWellWhenOneCopyIsMissing() {
        var partitions = Partitions.of(List.of(topic(partition(ONE, List.of(ONE, TWO)))), Map.of("orders", 2));
        assertThat(partitions.underReplicated()).containsExactly("orders-0");
        assertThat(partitions.underMinInSync()).isEmpty();
        assertThat(partitions.status()).isEqualTo(Status.UP);
    }

    @Test
    void areOutOfServiceWhenWritersAreRefused() {
        var partitions = Partitions.of(List.of(topic(partition(ONE, List.of(ONE)))), Map.of("orders", 2));
        assertThat(partitions.underMinInSync()).containsExactly("orders-0");
        assertThat(partitions.status()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void areDownWithoutALeader() {
        var partitions = Partitions.of(List.of(topic(partition(null, List.of()))), Map.of("orders", 2));
        assertThat(partitions.offline()).containsExactly("orders-0");
        assertThat(partitions.status()).isEqualTo(Status.DOWN);
    }

    @Test
    void areNotUnderAMinimumThatNoPartitionCanReach() {
        var alone = new TopicPartitionInfo(0, ONE, List.of(ONE), List.of(ONE));
        assertThat(Partitions.of(List.of(topic(alone)), Map.of("orders", 2)).status())
                .isEqualTo(Status.UP);
    }

    @Test
    void areSuspectWhenACopyIsMissing() {
        assertThat(Partitions.suspects(List.of(topic(partition(ONE, ALL))))).isEmpty();
        assertThat(Partitions.suspects(List.of(topic(partition(ONE, List.of(ONE))))))
                .containsExactly("orders");
    }

    private static TopicDescription topic(TopicPartitionInfo partition) {
        return new TopicDescription("orders", false, List.of(partition));
    }

    private static TopicPartitionInfo partition(@Nullable Node leader, List<Node> inSync) {
        return new TopicPartitionInfo(0, leader, ALL, inSync);
    }
}
