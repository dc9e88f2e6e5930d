package dev.millrace.broker.declared;

import static dev.millrace.broker.declared.Answers.await;

import dev.millrace.broker.ConditionalOnNode;
import dev.millrace.broker.StartRefused;
import dev.millrace.broker.node.KafkaNode;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the cluster to what is declared, once in the life of this process: at the start if it is this node's turn and there are
 * brokers enough, later otherwise. The turn is that of the broker with the lowest number among those that are up; should two think it is
 * theirs, they do the same thing twice.
 */
@Component
@ConditionalOnNode
final class Caretaker implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    private final List<Declaration> declarations;
    private final DeclaredSettings settings;
    private final Admin admin;
    private final KafkaNode node;
    private volatile boolean done;

    Caretaker(List<Declaration> declarations, DeclaredSettings settings, Admin admin, KafkaNode node) {
        this.declarations = declarations;
        this.settings = settings;
        this.admin = admin;
        this.node = node;
    }

    /** Before anybody is told that the node is ready; what can't be done then ends the start. */
    @Override
    public void afterSingletonsInstantiated() {
        takeCare();
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void takeCareWhenItIsOurTurn() {
        if (!done) {
            try {
                takeCare();
            } catch (InterruptException _) { // the application stops
                Thread.currentThread().interrupt();
            } catch (AdminFailure | StartRefused e) {
                log.atWarn()
                        .addKeyValue("error.message", e.getMessage())
                        .log("The cluster can't be made as declared now");
            }
        }
    }

    private void takeCare() {
        var brokers = await("list nodes", admin.describeCluster().nodes());
        var first = brokers.stream().min(Comparator.comparing(Node::id)).map(Node::id);
        if (brokers.size() >= settings.replication()
                && first.filter(id -> id == node.id()).isPresent()) {
            declarations.forEach(declaration -> declaration.apply(settings.delete()));
            done = true;
        }
    }
}
