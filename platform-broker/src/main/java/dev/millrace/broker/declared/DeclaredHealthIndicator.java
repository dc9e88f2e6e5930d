package dev.millrace.broker.declared;

import static dev.millrace.broker.declared.Answers.await;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.ConditionalOnNode;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Out of service until everything declared has been there once, and has come to this very broker: one that lags behind the others
 * does not know users who were made a moment ago, and would refuse them.
 */
@Component
@ConditionalOnNode
@ConditionalOnControl
final class DeclaredHealthIndicator extends AbstractHealthIndicator {

    private static final long NOT_YET = Long.MAX_VALUE;

    private final List<Declaration> declarations;
    private final Admin admin;
    private volatile long declaredBefore = NOT_YET;

    DeclaredHealthIndicator(List<Declaration> declarations, Admin admin) {
        this.declarations = declarations;
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws JMException {
        if (declaredBefore == NOT_YET && isDeclared()) {
            declaredBefore = await(
                    "describe the quorum",
                    admin.describeMetadataQuorum().quorumInfo().thenApply(QuorumInfo::highWatermark));
        }
        var applied = applied();
        (applied + 1 >= declaredBefore ? health.up() : health.outOfService()).withDetail("appliedOffset", applied);
    }

    private boolean isDeclared() {
        return declarations.stream()
                .flatMap(declaration -> declaration.differences().stream())
                .allMatch(found -> found.kind() == Difference.Kind.DELETE);
    }

    /** Of the last record of the cluster's metadata that this broker has taken in; Kafka tells it nobody but its metrics. */
    private static long applied() throws JMException {
        var metrics = new ObjectName("kafka.server:type=broker-metadata-metrics");
        var offset = ManagementFactory.getPlatformMBeanServer().getAttribute(metrics, "last-applied-record-offset");
        return ((Number) offset).longValue();
    }
}
