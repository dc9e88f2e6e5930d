package dev.millrace.broker.declared;

import static dev.millrace.broker.declared.Answers.await;

import dev.millrace.broker.node.KafkaNode;
import java.util.Collection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The role of whoever looks after the cluster as a whole. Among nodes it is that of one broker at a time: the one with the lowest number
 * among those that are up. Where no node runs in this process, it is ours.
 */
@Component
public final class ControlRole {

    private final Admin admin;
    private final @Nullable KafkaNode node;

    ControlRole(Admin admin, ObjectProvider<KafkaNode> node) {
        this.admin = admin;
        this.node = node.getIfAvailable();
    }

    /**
     * Whether it is ours now. While it passes from one to another, both may have it, or neither.
     *
     * @throws AdminFailure when Kafka does not tell
     */
    public boolean isOurs() {
        return node == null || node.isBroker() && brokers().stream().allMatch(broker -> node.id() <= broker.id());
    }

    Collection<Node> brokers() {
        return await("list nodes", admin.describeCluster().nodes());
    }
}
