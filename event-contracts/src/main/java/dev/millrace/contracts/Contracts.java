package dev.millrace.contracts;

import dev.millrace.alerts.Alert;
import dev.millrace.contracts.upcasting.OrderPlacedUpcasters;
import dev.millrace.contracts.upcasting.Upcaster;
import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orders.commands.PlaceOrder;
import dev.millrace.orders.commands.ReturnLines;
import dev.millrace.orders.commands.ShipOrder;
import dev.millrace.orders.events.LinesReturned;
import dev.millrace.orders.events.OrderCancelled;
import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.orders.events.OrderShipped;
import dev.millrace.orders.events.PaymentReceived;
import dev.millrace.orders.results.CommandAccepted;
import dev.millrace.orders.results.CommandRefused;
import dev.millrace.orders.tasks.NotifyCustomer;
import dev.millrace.users.changes.UserChange;
import dev.millrace.users.events.EmailChanged;
import dev.millrace.users.events.UserErased;
import dev.millrace.users.events.UserRegistered;
import java.util.List;
import org.apache.avro.Schema;

/** Every schema that travels as the value of a record; a deployment registers them before the services start. */
public final class Contracts {

    private static final List<Schema> SCHEMAS = List.of(
            PlaceOrder.getClassSchema(),
            PayOrder.getClassSchema(),
            ShipOrder.getClassSchema(),
            ReturnLines.getClassSchema(),
            CancelOrder.getClassSchema(),
            OrderPlaced.getClassSchema(),
            PaymentReceived.getClassSchema(),
            OrderShipped.getClassSchema(),
            LinesReturned.getClassSchema(),
            OrderCancelled.getClassSchema(),
            CommandAccepted.getClassSchema(),
            CommandRefused.getClassSchema(),
            NotifyCustomer.getClassSchema(),
            UserChange.getClassSchema(),
            UserRegistered.getClassSchema(),
            EmailChanged.getClassSchema(),
            UserErased.getClassSchema(),
            Alert.getClassSchema());

    private Contracts() {}

    public static List<Schema> schemas() {
        return SCHEMAS;
    }

    /** What leads old records to those of today, where Avro's own resolution is not enough. */
    public static List<Upcaster> upcasters() {
        return OrderPlacedUpcasters.all();
    }

    /**
     * The registry subject of a schema: its full name, so that a topic can carry several types (Confluent's
     * RecordNameStrategy).
     */
    public static String subjectOf(Schema schema) {
        return schema.getFullName();
    }
}
