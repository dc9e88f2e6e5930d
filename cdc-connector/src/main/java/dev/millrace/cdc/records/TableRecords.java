package dev.millrace.cdc.records;

import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes the records of one table's changes. */
interface TableRecords {

    /**
     * Empty where nobody is to hear of the change.
     *
     * @param place in the log, which no other change has
     */
    Optional<ProducerRecord<String, byte @Nullable []>> of(Change change, String place);
}
