package dev.millrace.broker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.Labels;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class MetricNameTest {

    @Test
    void isDomainTypeAndNameInSmallLetters() throws Exception {
        assertThat(named("kafka.server:type=ReplicaManager,name=LeaderCount", "LeaderCount"))
                .isEqualTo(new MetricName(
                        "kafka_server_replicamanager_leadercount",
                        Labels.EMPTY,
                        "kafka.server:type=ReplicaManager LeaderCount"));
        assertThat(named("kafka.server:type=raft-metrics", "current-epoch").name())
                .isEqualTo("kafka_server_raft_metrics_current_epoch");
    }

    @Test
    void hasEveryOtherKeyAsALabel() throws Exception {
        assertThat(named("kafka.log:type=Log,name=Size,topic=events.orders,partition=0", "Size"))
                .extracting(MetricName::labels)
                .isEqualTo(Labels.of("partition", "0", "topic", "events.orders"));
    }

    @Test
    void hasLabelsWithoutTheirQuotes() throws Exception {
        assertThat(named("kafka.log:type=LogManager,name=Offline,logDirectory=\"/data:1\"", "Offline"))
                .extracting(MetricName::labels)
                .isEqualTo(Labels.of("logDirectory", "/data:1"));
    }

    private static MetricName named(String kafka, String own) throws MalformedObjectNameException {
        return MetricName.of(new ObjectName(kafka), own);
    }
}
