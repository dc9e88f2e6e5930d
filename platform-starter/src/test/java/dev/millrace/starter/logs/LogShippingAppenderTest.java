package dev.millrace.starter.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import dev.millrace.contracts.Topics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogShippingAppenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CAPACITY = 100;

    private final LoggerContext context = new LoggerContext();
    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final LogShippingAppender appender =
            new LogShippingAppender("order-service", new LogShippingProperties(true, CAPACITY, Duration.ofMillis(500)));
    private final Logger log = context.getLogger("dev.millrace.Some");

    LogShippingAppenderTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        appender.setContext(context);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void shipsLinesInOrderOnceItKnowsWhereTo() {
        log.info("one");
        log.info("two");
        appender.shipTo(() -> kafka);
        log.info("three");

        await().atMost(PATIENCE).until(() -> appender.counts().shipped() == 3);
        assertThat(kafka.history()).extracting(ProducerRecord::topic).containsOnly(Topics.SERVICE_LOGS);
        assertThat(kafka.history()).extracting(ProducerRecord::key).containsOnlyNulls();
        assertThat(kafka.history()).extracting(this::message).containsExactly("one", "two", "three");
        assertThat(kafka.history()).extracting(this::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void shipsNothingThatKafkasClientsSay() {
        context.getLogger("org.apache.kafka.clients.NetworkClient").warn("Node disconnected");
        assertThat(appender.counts().written()).isZero();
    }

    @Test
    void dropsAndCountsWhatTheQueueCannotHoldWithoutMakingAnyoneWait() {
        var started = System.nanoTime();
        for (var i = 0; i < CAPACITY + 7; i++) {
            log.info("line");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
        assertThat(appender.counts().written()).isEqualTo(CAPACITY + 7);
        assertThat(appender.counts().dropped()).isEqualTo(7);
    }

    @Test
    void tellsOfDroppedLinesOnceLinesLeaveAgain() {
        for (var i = 0; i < CAPACITY + 7; i++) {
            log.info("line");
        }
        appender.shipTo(() -> kafka);
        await().atMost(PATIENCE)
                .until(() -> kafka.history().stream().map(this::message).anyMatch(m -> m.startsWith("Log lines were")));
    }

    @Test
    void countsALineThatKafkaRefuses() {
        kafka.sendException = new KafkaException("too large");
        appender.shipTo(() -> kafka);
        log.info("line");
        await().atMost(PATIENCE).until(() -> appender.counts().dropped() > 0);
        assertThat(appender.counts().shipped()).isZero();
    }

    @Test
    void countsALineWhoseValuesCannotBeWrittenAndGoesOn() {
        appender.shipTo(() -> kafka);
        log.atInfo().addKeyValue("bad", new Unprintable()).log("line");
        log.info("after");
        await().atMost(PATIENCE)
                .until(() -> kafka.history().stream().map(this::message).anyMatch("after"::equals));
        assertThat(appender.counts().dropped()).isEqualTo(1);
    }

    @Test
    void triesAgainUntilAProducerCanBeMade() {
        var firstTime = new CountDownLatch(1);
        appender.shipTo(() -> {
            if (firstTime.getCount() > 0) {
                firstTime.countDown();
                throw new KafkaException("No resolvable bootstrap urls");
            }
            return kafka;
        });
        log.info("line");
        await().atMost(PATIENCE).until(() -> appender.counts().shipped() == 1);
    }

    @Test
    void shipsWhatIsLeftWhenItStops() {
        for (var i = 0; i < CAPACITY; i++) {
            log.info("line");
        }
        appender.shipTo(() -> kafka);
        appender.stop();
        assertThat(appender.counts().shipped()).isEqualTo(CAPACITY);
        assertThat(kafka.closed()).isTrue();
    }

    @Test
    void givesUpWhatIsLeftWhenKafkaStaysAway() {
        appender.shipTo(() -> {
            throw new KafkaException("No resolvable bootstrap urls");
        });
        log.info("line");
        appender.stop();
        assertThat(appender.counts().dropped()).isEqualTo(1);
    }

    private String message(ProducerRecord<byte[], byte[]> record) {
        return new JsonMapper().readTree(record.value()).path("message").asString();
    }

    private long sequence(ProducerRecord<byte[], byte[]> record) {
        return new JsonMapper().readTree(record.value()).at("/event/sequence").asLong();
    }

    private static final class Unprintable {

        @Override
        public String toString() {
            throw new IllegalStateException("cannot be printed");
        }
    }
}
