package dev.millrace.orderservice;

import static dev.millrace.orderservice.OrdersApi.TWO_MUGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Topics;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected partitions were reckoned with an implementation of murmur2 that is not Kafka's. */
class PartitionOfAnOrderTest {

    private final OrdersApi orders = OrderService.running().api();

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000, 9",
        "0198f000-0000-7000-8000-000000000001, 6",
        "7d444840-9dc0-11d1-b245-5ffdce74fad2, 11",
        "ffffffff-ffff-ffff-ffff-ffffffffffff, 6"
    })
    void isTheOneThatEveryClientOfKafkaFinds(UUID order, int partition) {
        orders.place(order, TWO_MUGS);

        for (var topic : new String[] {Topics.ORDER_COMMANDS, Topics.ORDER_EVENTS, Topics.ORDER_RESULTS}) {
            assertThat(new Topic(topic).records(record -> order.toString().equals(record.key())))
                    .isNotEmpty()
                    .extracting(ConsumerRecord::partition)
                    .containsOnly(partition);
        }
    }
}
