package dev.millrace.orderservice.readmodel;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a rebuild reads of the events in one go.
 *
 * @param unreadable how many further records were no records of ours
 * @param done how many offsets have been passed, from the first of the topic on
 * @param total how many there are
 */
record Stretch(List<ConsumerRecord<String, SpecificRecord>> records, int unreadable, long done, long total) {

    long left() {
        return total - done;
    }
}
