package dev.millrace.orderservice.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import dev.millrace.orderservice.deciding.OrderTopology;
import dev.millrace.orderservice.deciding.UncommittedOrders;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands each result on to whoever waits for its transaction. */
@Component
final class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final WaitingRequests waiting;
    private final UncommittedOrders uncommitted;

    Answers(WaitingRequests waiting, UncommittedOrders uncommitted) {
        this.waiting = waiting;
        this.uncommitted = uncommitted;
    }

    void on(ConsumerRecord<String, Object> record) {
        switch (record.value()) {
            case CommandAccepted accepted -> {
                uncommitted.committed(accepted.getOrderId(), accepted.getVersion());
                answer(record, accepted);
            }
            case CommandRefused refused -> answer(record, refused);
            case null, default ->
                log.atWarn()
                        .addKeyValue("kafka.topic", record.topic())
                        .addKeyValue("kafka.partition", record.partition())
                        .addKeyValue("kafka.offset", record.offset())
                        .log("A record that is no result was passed over");
        }
    }

    private void answer(ConsumerRecord<String, Object> record, SpecificRecord result) {
        var request = record.headers().lastHeader(OrderTopology.REQUEST_ID);
        if (request != null && request.value() != null) {
            waiting.answer(new String(request.value(), UTF_8), result);
        }
    }
}
