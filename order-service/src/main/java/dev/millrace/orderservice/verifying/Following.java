package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.verifying.Replayed.Broken;
import dev.millrace.orderservice.verifying.Replayed.Sound;
import dev.millrace.orderservice.wire.RecordedEvent;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Follows an order by one more record, whatever that turns out to be. */
final class Following {

    private Following() {}

    static Replayed follow(Replayed before, ConsumerRecord<String, ?> record) {
        return switch (before) {
            case Broken broken -> broken;
            case Sound sound -> located(follow(sound, record), record);
        };
    }

    private static Replayed follow(Sound before, ConsumerRecord<String, ?> record) {
        try {
            var recorded = RecordedEvent.of(avro(record));
            return Objects.equals(record.key(), recorded.orderId().toString())
                    ? before.after(recorded)
                    : new Broken(before.version(), "The key of the record is not the id of its order");
        } catch (IllegalArgumentException e) {
            return new Broken(before.version(), String.valueOf(e.getMessage()));
        }
    }

    /** Says where the record is that could not be followed. */
    private static Replayed located(Replayed after, ConsumerRecord<?, ?> record) {
        return switch (after) {
            case Sound sound -> sound;
            case Broken(var version, var reason) ->
                new Broken(
                        version, "Partition %d, offset %d: %s".formatted(record.partition(), record.offset(), reason));
        };
    }

    private static @Nullable SpecificRecord avro(ConsumerRecord<String, ?> record) {
        return switch (record.value()) {
            case SpecificRecord value -> value;
            case null -> null;
            default -> throw new IllegalArgumentException("The record cannot be read");
        };
    }
}
