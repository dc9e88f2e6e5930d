package dev.millrace.orderservice.domain;

import java.util.List;

/** What becomes of a command. */
public sealed interface Decision {

    /** It happened: at least one event. */
    record Accepted(List<OrderEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** It did not happen, and why. */
    record Refused(Refusal refusal, String detail) implements Decision {}

    static Decision accept(OrderEvent event) {
        return new Accepted(List.of(event));
    }

    static Decision refuse(Refusal refusal) {
        return refuse(refusal, refusal.sentence());
    }

    static Decision refuse(Refusal refusal, String detail) {
        return new Refused(refusal, detail);
    }
}
