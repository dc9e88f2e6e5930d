package dev.millrace.orderservice.deciding;

import static dev.millrace.contracts.Topics.NOTIFICATION_TASKS;
import static dev.millrace.contracts.Topics.ORDER_COMMANDS;
import static dev.millrace.contracts.Topics.ORDER_EVENTS;
import static dev.millrace.contracts.Topics.ORDER_RESULTS;

import dev.millrace.contracts.avro.AvroSerdes;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Commands in, events, tasks and results out. */
public final class OrderTopology {

    /** A header that travels from a command to its result: which waiting request the result is for. */
    public static final String REQUEST_ID = "requestid";

    static final String SERVICE = "order-service";
    static final String EVENTS = "events";
    static final String TASKS = "tasks";
    static final String RESULTS = "results";

    private static final String COMMANDS = "commands";
    private static final String DECIDER = "decider";

    private OrderTopology() {}

    static Topology of(AvroSerdes serdes, UncommittedOrders uncommitted) {
        var keys = new StringSerializer();
        var bytes = new ByteArraySerializer();
        return CustomerCopy.addTo(new Topology())
                .addSource(COMMANDS, new StringDeserializer(), serdes.deserializer(), ORDER_COMMANDS)
                .addProcessor(DECIDER, decider(serdes, uncommitted), COMMANDS)
                .addSink(EVENTS, ORDER_EVENTS, keys, bytes, DECIDER)
                .addSink(TASKS, NOTIFICATION_TASKS, keys, bytes, DECIDER)
                .addSink(RESULTS, ORDER_RESULTS, keys, bytes, DECIDER);
    }

    private static ProcessorSupplier<String, SpecificRecord, String, byte[]> decider(
            AvroSerdes serdes, UncommittedOrders uncommitted) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, SpecificRecord, String, byte[]> get() {
                return new OrderCommandProcessor(serdes.serializer(), uncommitted);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Stores.builders();
            }
        };
    }
}
