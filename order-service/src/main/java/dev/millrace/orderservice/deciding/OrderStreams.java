package dev.millrace.orderservice.deciding;

import static org.apache.kafka.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import dev.millrace.contracts.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the topology from start to stop of the service. */
@Component
final class OrderStreams implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OrderStreams.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(1);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(15);

    private final KafkaStreams streams;
    private final HostInfo here;
    private final KafkaStreamsMetrics metrics;
    private final ThreadDeaths deaths = new ThreadDeaths();

    OrderStreams(KafkaProperties kafka, AvroSerdes serdes, UncommittedOrders uncommitted, MeterRegistry meters) {
        var settings = new Properties();
        settings.putAll(kafka.buildStreamsProperties());
        here = HostInfo.buildFromEndpoint(settings.getProperty(StreamsConfig.APPLICATION_SERVER_CONFIG));
        streams = streams(OrderTopology.of(serdes, uncommitted), settings);
        streams.setUncaughtExceptionHandler(deaths);
        streams.setStateListener((to, from) -> log.atInfo()
                .addKeyValue("event.action", from + " to " + to)
                .log("The order streams changed their state"));
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
    }

    private static KafkaStreams streams(Topology topology, Properties settings) {
        try {
            return new KafkaStreams(topology, settings);
        } catch (StreamsException e) {
            if (String.valueOf(e.getMessage()).contains("same state directory")) {
                throw SameInstance.over(settings.getProperty(StreamsConfig.STATE_DIR_CONFIG), e);
            }
            throw e;
        }
    }

    /** Our own web server is not up yet, so whoever answers at our address is another one. */
    @Override
    public void start() {
        if (isAnswered()) {
            throw SameInstance.at(here);
        }
        streams.start();
    }

    private boolean isAnswered() {
        try {
            var liveness = URI.create("http://%s:%d/actuator/health/liveness".formatted(here.host(), here.port()));
            var connection = (HttpURLConnection) liveness.toURL().openConnection();
            connection.setConnectTimeout((int) ANSWER_LIMIT.toMillis());
            connection.setReadTimeout((int) ANSWER_LIMIT.toMillis());
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) { // nobody does
            return false;
        }
    }

    /** Leaves the group, so that others take over at once instead of when our session ends. */
    @Override
    public void stop() {
        streams.close(CloseOptions.timeout(CLOSING_LIMIT).withGroupMembershipOperation(LEAVE_GROUP));
        metrics.close();
    }

    @Override
    public boolean isRunning() {
        return streams.state() != KafkaStreams.State.CREATED && !streams.state().hasCompletedShutdown();
    }

    /** Begins before the web server, and ends after its last request is answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    KafkaStreams streams() {
        return streams;
    }

    Optional<Throwable> fatal() {
        return deaths.fatal();
    }
}
