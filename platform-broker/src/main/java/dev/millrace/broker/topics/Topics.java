package dev.millrace.broker.topics;

import dev.millrace.broker.StartRefused;
import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.Declaration;
import dev.millrace.broker.topics.TopicDifference.Missing;
import dev.millrace.broker.topics.TopicDifference.Obsolete;
import dev.millrace.broker.topics.TopicDifference.OtherConfig;
import dev.millrace.broker.topics.TopicDifference.OtherPartitionCount;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a cluster's topics to what the catalogue declares; changes no partition count, moves no replica. */
final class Topics implements Declaration {

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

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public List<TopicDifference> differences() {
        return catalogue.differencesFrom(cluster.topics(catalogue.concerned()));
    }

    @Override
    public void apply(boolean consent) {
        var differences = differences();
        only(OtherPartitionCount.class, differences).stream().findFirst().ifPresent(Topics::refuse);
        try {
            create(only(Missing.class, differences));
            configure(only(OtherConfig.class, differences));
            if (consent) {
                delete(only(Obsolete.class, differences));
            }
        } catch (AdminFailure e) {
            throw new StartRefused(
                    "The topics can't be brought to what is declared. %s".formatted(e.getMessage()),
                    "Correct the topic catalogue.");
        }
    }

    private void create(List<Missing> missing) {
        cluster.create(missing.stream().map(Missing::declared).toList());
        missing.forEach(
                found -> log.atInfo().addKeyValue("kafka.topic", found.topic()).log("Topic created"));
    }

    private void configure(List<OtherConfig> others) {
        cluster.configure(others);
        others.forEach(found -> log.atInfo()
                .addKeyValue("kafka.topic", found.topic())
                .addKeyValue("kafka.setting", found.setting())
                .addKeyValue("kafka.value", found.declared())
                .addKeyValue("kafka.previous_value", found.actual())
                .log("Topic configured"));
    }

    private void delete(List<Obsolete> obsolete) {
        cluster.delete(obsolete.stream().map(Obsolete::topic).toList());
        obsolete.forEach(
                found -> log.atInfo().addKeyValue("kafka.topic", found.topic()).log("Topic deleted"));
    }

    private static void refuse(OtherPartitionCount found) {
        throw new StartRefused(
                "Topic %s. The partition count of a topic is fixed for life".formatted(found),
                "Declare the %d partitions it has, or begin a topic under a new name.".formatted(found.actual()));
    }

    private static <T extends TopicDifference> List<T> only(Class<T> kind, List<TopicDifference> differences) {
        return differences.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
