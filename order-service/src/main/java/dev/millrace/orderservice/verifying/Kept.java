package dev.millrace.orderservice.verifying;

import dev.millrace.orderservice.deciding.PackedOrder;
import dev.millrace.orderservice.verifying.Replayed.Broken;
import dev.millrace.orderservice.verifying.Replayed.Sound;

/** An order as a replay keeps it until its next event. */
sealed interface Kept {

    /** Its id, the entry of the map and the headers of the objects: 80, 40 and 40 bytes in a heap of less than 32 GB. */
    int BYTES_BESIDE = 160;

    /** As bytes, since a pass has to hold many. */
    record Packed(PackedOrder order) implements Kept {}

    /** No event will change it any more. */
    record Stopped(Broken order) implements Kept {}

    static Kept of(Replayed order) {
        return switch (order) {
            case Sound sound -> new Packed(PackedOrder.of(sound.placed(), sound.version()));
            case Broken broken -> new Stopped(broken);
        };
    }

    default Replayed unpack() {
        return switch (this) {
            case Packed(var order) -> {
                var stored = order.unpack();
                yield new Sound(stored.placed(), stored.version());
            }
            case Stopped(var order) -> order;
        };
    }

    /** How much of the heap it takes, roughly. */
    default int bytes() {
        return switch (this) {
            case Packed(var order) -> BYTES_BESIDE + order.row().length;
            case Stopped(var order) -> BYTES_BESIDE + order.reason().length();
        };
    }
}
