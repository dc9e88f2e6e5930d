package dev.millrace.broker.declared;

import dev.millrace.broker.ConditionalOnNode;
import dev.millrace.broker.StartRefused;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings the cluster to what is declared, once in the life of this process: at the start if this node has the control role and there are
 * brokers enough, later otherwise. Should two think that they have it, they do the same thing twice.
 */
@Component
@ConditionalOnNode
final class Caretaker implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    private final List<Declaration> declarations;
    private final DeclaredSettings settings;
    private final ControlRole role;
    private volatile boolean done;

    Caretaker(List<Declaration> declarations, DeclaredSettings settings, ControlRole role) {
        this.declarations = declarations;
        this.settings = settings;
        this.role = role;
    }

    /** Before anybody is told that the node is ready; what can't be done then ends the start. */
    @Override
    public void afterSingletonsInstantiated() {
        takeCare();
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void takeCareWhenTheRoleIsOurs() {
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
        if (role.isOurs() && role.brokers().size() >= settings.replication()) {
            declarations.forEach(declaration -> declaration.apply(settings.delete()));
            done = true;
        }
    }
}
