package dev.millrace.starter.kafka;

import dev.millrace.starter.outages.Outages;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException.Level;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** Waits out an outage for as long as it takes; gives a record three more tries otherwise, and then puts it aside. */
final class FailureHandler extends DefaultErrorHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureHandler.class);

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long PAUSE_BETWEEN_POLLS_MILLIS = 1_000;
    private static final double GROWTH = 1.5;
    private static final int TRIES = 3;

    FailureHandler(ConsumerRecordRecoverer deadLetters) {
        super(deadLetters, few());
        setBackOffFunction((_, failure) -> Outages.caused(failure) ? endless() : few());
        setResetStateOnExceptionChange(true);
        setRetryListeners(new FailureLog());
        setLogLevel(Level.DEBUG);
    }

    /** A poll fails where the registry is away: the position has not moved, so the next poll is the retry. */
    @Override
    public void handleOtherException(
            Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batchListener) {
        if (!Outages.caused(failure)) {
            super.handleOtherException(failure, consumer, container, batchListener);
        }
        log.atWarn()
                .addKeyValue("error.message", messageOf(failure))
                .log("Records cannot be read because of an outage");
        pause(container);
    }

    private static @Nullable String messageOf(Exception failure) {
        return (failure.getCause() == null ? failure : failure.getCause()).getMessage();
    }

    private static void pause(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, PAUSE_BETWEEN_POLLS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BackOff few() {
        var few = endless();
        few.setMaxAttempts(TRIES);
        return few;
    }

    private static ExponentialBackOff endless() {
        var endless = new ExponentialBackOff(FIRST_PAUSE_MILLIS, GROWTH);
        endless.setMaxInterval(LONGEST_PAUSE_MILLIS);
        return endless;
    }
}
