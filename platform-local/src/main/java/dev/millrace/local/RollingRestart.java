package dev.millrace.local;

import dev.millrace.local.engines.Kafka;
import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.screen.Units;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * Restarts the brokers of a running cluster, one after another, each only while every copy of everything is in sync. A broker that is
 * asked to end hands its partitions over first; the launcher starts it again.
 */
final class RollingRestart {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Roster roster;
    private final Kafka kafka;
    private final PrintStream out;

    RollingRestart(Roster roster, Kafka kafka, PrintStream out) {
        this.roster = roster;
        this.kafka = kafka;
        this.out = out;
    }

    void restartAll() throws InterruptedException {
        try (var admin = Admin.create(kafka.clientOf("operator"))) {
            for (var broker : kafka.brokers()) {
                var began = Instant.now();
                await("Not every copy is in sync", () -> isWhole(admin));
                restart(broker);
                await("Not every copy is in sync again", () -> isWhole(admin));
                out.printf(
                        "%s restarted, and every copy in sync again, after %s s%n",
                        broker.name(), Units.seconds(Duration.between(began, Instant.now())));
            }
        }
    }

    private void restart(Component broker) throws InterruptedException {
        var before = roster.running().get(broker.name());
        if (before != null) {
            before.destroy();
        }
        await(broker.name() + " has not come back", () -> {
            var now = roster.running().get(broker.name());
            return now != null && !now.equals(before) && broker.isReady();
        });
    }

    /** A broker that joins, in the place of one whose disk was lost for instance, votes only after a while. */
    private boolean isWhole(Admin admin) throws ExecutionException, InterruptedException {
        var voters = admin.describeMetadataQuorum().quorumInfo().get().voters();
        return voters.size() == kafka.brokers().size() && isInSync(admin);
    }

    /** Kafka's own topics, too. */
    private static boolean isInSync(Admin admin) throws ExecutionException, InterruptedException {
        var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get();
        return admin.describeTopics(names).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .allMatch(RollingRestart::isInSync);
    }

    private static boolean isInSync(TopicPartitionInfo partition) {
        return partition.leader() != null
                && partition.isr().size() == partition.replicas().size();
    }

    /** What can be asked of a cluster whose nodes come and go. */
    private interface Question {
        boolean isTrue() throws Exception;
    }

    private static void await(String otherwise, Question question) throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        var reason = "";
        while (Instant.now().isBefore(deadline)) {
            try {
                if (question.isTrue()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) { // told if it stays so
                reason = " (" + e.getMessage() + ")";
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new Refused("%s after %s s%s; the other brokers were left as they are."
                .formatted(otherwise, Units.seconds(PATIENCE), reason));
    }
}
