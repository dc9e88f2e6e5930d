package dev.millrace.local.demo.ledger;

import dev.millrace.local.demo.ledger.Account.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;

/** What the topic of order events holds: the truth that every view of orders is measured by. */
final class OrderEvents {

    private final List<Entry> events = new ArrayList<>();
    private final Map<String, Long> orders = new HashMap<>();

    void add(GenericRecord event) {
        var order = event.get("orderId").toString();
        long version = (long) event.get("version");
        events.add(new Entry(idOf(order, version), version));
        orders.merge(order, version, Math::max);
    }

    static String idOf(Object order, long version) {
        return order + ":" + version;
    }

    List<Entry> events() {
        return events;
    }

    /** The last version of each order. */
    Map<String, Long> orders() {
        return orders;
    }

    /** Every version from 1 to the last of each order, as event stores promise it. */
    Map<String, Long> gapless() {
        var expected = new HashMap<String, Long>();
        orders.forEach((order, last) -> {
            for (long version = 1; version <= last; version++) {
                expected.put(idOf(order, version), version);
            }
        });
        return expected;
    }
}
