package dev.millrace.broker.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka measures with its newer registry: quorum, metadata, coordinators, connections. That registry is within reach through
 * Kafka's default reporter only, which puts it on this process's own MBean server.
 */
record JmxMetrics(MBeanServer server) {

    private static final Logger log = LoggerFactory.getLogger(JmxMetrics.class);

    private static final List<String> CHOSEN = List.of(
            "kafka.server:type=raft-metrics",
            "kafka.server:type=broker-metadata-metrics",
            "kafka.server:type=group-coordinator-metrics,*",
            "kafka.server:type=transaction-coordinator-metrics",
            "kafka.server:type=socket-server-metrics,listener=*,networkProcessor=*");

    void addTo(Families families) {
        CHOSEN.stream().flatMap(this::found).forEach(found -> add(found, families));
    }

    private Stream<ObjectName> found(String pattern) {
        try {
            return server.queryNames(new ObjectName(pattern), null).stream();
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(ObjectName found, Families families) {
        try {
            var names = Stream.of(server.getMBeanInfo(found).getAttributes())
                    .map(MBeanFeatureInfo::getName)
                    .filter(name -> !name.endsWith("-rate"))
                    .toArray(String[]::new);
            for (var attribute : server.getAttributes(found, names).asList()) {
                add(found, attribute, families);
            }
        } catch (InstanceNotFoundException _) { // gone since it was found
        } catch (JMException
                | RuntimeException e) { // Kafka's bean is not made for a metric that comes while it is read
            log.atWarn().addKeyValue("kafka.metric", found).setCause(e).log("A metric can't be read");
        }
    }

    private static void add(ObjectName found, Attribute attribute, Families families) {
        var name = attribute.getName();
        switch (attribute.getValue()) {
            case Number value when Double.isNaN(value.doubleValue()) -> {} // nothing measured yet
            case Number value
            when name.endsWith("-total") ->
                families.counter(MetricName.of(found, name.replaceFirst("-total$", "")), value.doubleValue());
            case Number value -> families.gauge(MetricName.of(found, name), value.doubleValue());
            case String state
            when name.equals("current-state") -> families.info(MetricName.of(found, name), Labels.of("state", state));
            case null, default -> {} // no number
        }
    }
}
