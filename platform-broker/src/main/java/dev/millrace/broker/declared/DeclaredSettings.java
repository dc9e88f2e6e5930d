package dev.millrace.broker.declared;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;

/**
 * What a cluster is held to.
 *
 * @param folder where the files are, a path or a URL
 * @param replication how many nodes hold each partition of a declared topic
 * @param minInsyncReplicas how many of them must have a record before its writer is told that it is written
 * @param delete consent to delete what a file says is to be deleted
 * @param checkEvery how often the cluster is compared with the files
 * @param answerWithin most that Kafka may take to answer one request
 */
@ConfigurationProperties("millrace.declared")
public record DeclaredSettings(
        @DefaultValue("classpath:platform") String folder,
        @DefaultValue("1") short replication,
        @DefaultValue("1") short minInsyncReplicas,
        @DefaultValue("false") boolean delete,
        @DefaultValue("30s") Duration checkEvery,
        @DefaultValue("10s") Duration answerWithin) {

    public DeclaredSettings {
        if (replication < minInsyncReplicas) {
            throw new IllegalArgumentException("min-insync-replicas is %d, with %d replicas nothing could be written"
                    .formatted(minInsyncReplicas, replication));
        }
    }

    /** One of the files; it need not exist. */
    public Resource file(String name) {
        return ApplicationResourceLoader.get().getResource(folder + "/" + name);
    }
}
