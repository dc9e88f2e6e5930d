package dev.millrace.broker.topics;

import dev.millrace.broker.StartRefused;
import dev.millrace.broker.topics.Difference.Missing;
import dev.millrace.broker.topics.Difference.OtherConfig;
import dev.millrace.broker.topics.Difference.OtherPartitionCount;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a cluster's topics as the catalogue declares them; never deletes, never changes a partition count. */
final class Topics {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    private final Catalogue catalogue;
    private final Cluster cluster;

    Topics(Catalogue catalogue, Cluster cluster) {
        this.catalogue = catalogue;
        this.cluster = cluster;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    List<Difference> differences() {
        var names = catalogue.topics().stream().map(Topic::name).toList();
        return Difference.between(catalogue, cluster.topics(names));
    }

    void apply() {
        for (var difference : differences()) {
            try {
                apply(difference);
            } catch (ClusterRefused e) {
                throw new StartRefused(
                        "Kafka refuses topic %s: %s".formatted(difference.topic(), e.getCause()),
                        "Correct the topic in the catalogue.");
            }
        }
    }

    private void apply(Difference difference) {
        switch (difference) {
            case Missing(var topic) -> {
                cluster.create(topic);
                log.atInfo().addKeyValue("kafka.topic", topic.name()).log("Topic created");
            }
            case OtherConfig(var topic, var declared, _) -> {
                cluster.configure(topic, declared);
                log.atInfo().addKeyValue("kafka.topic", topic).addKeyValue("kafka.config", declared).log("Topic configured");
            }
            case OtherPartitionCount(var topic, var declared, var actual) ->
                throw new StartRefused(
                        "Topic %s has %d partitions, the catalogue declares %d".formatted(topic, actual, declared),
                        "Declare the %d it has: the partition count of a topic is fixed for life.".formatted(actual));
        }
    }
}
