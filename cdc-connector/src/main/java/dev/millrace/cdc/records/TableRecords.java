package dev.millrace.cdc.records;

import dev.millrace.cdc.progress.Position;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Makes the records of one table's changes. */
interface TableRecords {

    /** Empty where nobody is to hear of the change. */
    Optional<ProducerRecord<String, byte @Nullable []>> of(Change change, Position position);
}
