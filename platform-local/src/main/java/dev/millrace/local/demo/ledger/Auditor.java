package dev.millrace.local.demo.ledger;

import dev.millrace.contracts.Topics;
import dev.millrace.local.demo.drive.Driver.Driven;
import dev.millrace.local.demo.drive.Outcome;
import dev.millrace.local.demo.ledger.Account.Entry;
import dev.millrace.local.demo.ledger.AvroTopic.Entry.Garbage;
import dev.millrace.local.demo.ledger.AvroTopic.Entry.Readable;
import dev.millrace.local.demo.ledger.AvroTopic.Entry.Tombstone;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;

/** Draws up the ledger of a platform after a run, waiting for views that are still catching up. */
public final class Auditor implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Http http = new Http();
    private final Addresses addresses;
    private final AvroTopic eventTopic;
    private final AvroTopic changeTopic;
    private final OrderEvents events = new OrderEvents();
    private final UserChanges changes = new UserChanges();
    private int garbage;

    public Auditor(Addresses addresses) {
        this.addresses = addresses;
        var registry = new Registry(http, addresses.schemaRegistry());
        eventTopic = new AvroTopic(addresses.kafka(), registry, Topics.ORDER_EVENTS);
        changeTopic = new AvroTopic(addresses.kafka(), registry, Topics.USER_CHANGES);
    }

    /** Looks until the books balance, or until nothing has moved any more for {@code patience}. */
    public Ledger balance(Driven driven, Duration patience) throws InterruptedException {
        var ledger = look(driven);
        long lastMove = System.nanoTime();
        while (!ledger.balances() && System.nanoTime() - lastMove < patience.toNanos()) {
            Thread.sleep(BETWEEN_LOOKS);
            var next = look(driven);
            if (!next.equals(ledger)) {
                lastMove = System.nanoTime();
            }
            ledger = next;
        }
        return ledger;
    }

    private Ledger look(Driven driven) {
        eventTopic.readOn(entry -> take(entry, events::add));
        changeTopic.readOn(entry -> take(entry, changes::add));
        return new Ledger(accounts(driven), LogLines.of(http, addresses), garbage);
    }

    private void take(AvroTopic.Entry entry, Consumer<GenericRecord> reader) {
        switch (entry) {
            case Readable(var value) -> reader.accept(value);
            case Garbage() -> garbage++;
            case Tombstone() -> {}
        }
    }

    private List<Account> accounts(Driven driven) {
        var lists = new Lists(http);
        var index = new Index(http, addresses.elasticsearch());
        var users = lists.all(addresses.service("user-service"), "/users", "id");
        var userVersions = users.stream().collect(Collectors.toMap(Entry::id, Entry::version, Math::max));
        return List.of(
                Account.of("events of accepted commands", eventsOf(driven), acknowledged(driven)),
                Account.of("all events, version by version", events.gapless(), events.events()),
                Account.of(
                        "orders in the read model",
                        events.orders(),
                        lists.all(addresses.service("order-service"), "/orders", "orderId")),
                Account.of("orders in the search index", events.orders(), index.all("orders")),
                Account.of("users of this run", customersOf(driven), known(driven, users)),
                Account.of("users in their change topic", userVersions, changes.users()),
                Account.of("users in the search index", userVersions, index.all("users")));
    }

    private static Map<String, Long> eventsOf(Driven driven) {
        var expected = new HashMap<String, Long>();
        for (var outcome : driven.outcomes()) {
            if (outcome instanceof Outcome.Accepted(var step, long version, int count)) {
                for (long v = version - count + 1; v <= version; v++) {
                    expected.put(OrderEvents.idOf(step.orderId(), v), v);
                }
            }
        }
        return expected;
    }

    private List<Entry> acknowledged(Driven driven) {
        var claimed = eventsOf(driven).keySet();
        return events.events().stream()
                .filter(event -> claimed.contains(event.id()))
                .toList();
    }

    private static Map<String, Long> customersOf(Driven driven) {
        return driven.customers().stream()
                .collect(Collectors.toMap(customer -> customer.id().toString(), _ -> 1L));
    }

    /** The customers of this run that user-service has; at which version does not matter. */
    private static List<Entry> known(Driven driven, List<Entry> users) {
        var wanted = new HashSet<>(customersOf(driven).keySet());
        return users.stream()
                .filter(user -> wanted.contains(user.id()))
                .map(user -> new Entry(user.id(), 1))
                .toList();
    }

    @Override
    public void close() {
        eventTopic.close();
        changeTopic.close();
    }
}
