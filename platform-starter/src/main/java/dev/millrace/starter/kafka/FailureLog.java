package dev.millrace.starter.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.serializer.DeserializationException;

/** Says that records are tried again: with the stack trace the first time, with the class of the failure after that. */
final class FailureLog implements RetryListener {

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
        if (failure instanceof DeserializationException) {
            return; // put aside at once, which is said there
        }
        log.atWarn()
                .setCause(attempt == 1 ? failure : null)
                .addKeyValue("kafka.topic", record.topic())
                .addKeyValue("kafka.partition", record.partition())
                .addKeyValue("kafka.offset", record.offset())
                .addKeyValue("event.attempt", attempt)
                .log("A record could not be processed");
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> records, Exception failure, int attempt) {
        if (failure.getCause() instanceof BatchListenerFailedException) {
            return; // the record at fault is told of instead
        }
        log.atWarn()
                .setCause(attempt == 1 ? failure : null)
                .addKeyValue("kafka.records", records.count())
                .addKeyValue("event.attempt", attempt)
                .log("A batch of records could not be processed");
    }

    @Override
    public void recoveryFailed(ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
        log.atError()
                .setCause(failure)
                .addKeyValue("kafka.topic", record.topic())
                .addKeyValue("kafka.partition", record.partition())
                .addKeyValue("kafka.offset", record.offset())
                .log("A record could not be put aside, its partition waits");
    }
}
