package dev.millrace.broker.health;

import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Up while the controllers have a leader; tells which of them lag. */
@Component
final class QuorumHealthIndicator extends AbstractHealthIndicator {

    private final Admin admin;

    QuorumHealthIndicator(Admin admin) {
        this.admin = admin;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        var quorum = Quorum.of(admin.describeMetadataQuorum().quorumInfo().get());
        (quorum.hasLeader() ? health.up() : health.down())
                .withDetail("leader", quorum.leader())
                .withDetail("voters", quorum.ids())
                .withDetail("lagging", quorum.lagging());
    }
}
