package dev.millrace.orderservice.wire;

import static dev.millrace.orderservice.wire.Values.readLines;
import static dev.millrace.orderservice.wire.Values.readPieces;

import dev.millrace.orders.commands.CancelOrder;
import dev.millrace.orders.commands.PayOrder;
import dev.millrace.orders.commands.PlaceOrder;
import dev.millrace.orders.commands.ReturnLines;
import dev.millrace.orders.commands.ShipOrder;
import dev.millrace.orderservice.domain.OrderCommand;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command and what its caller said about it.
 *
 * @param expectedVersion the version the caller has read; null where any version will do
 */
public record Submission(
        UUID orderId, UUID commandId, @Nullable Long expectedVersion, OrderCommand command) {

    /** Fails with an {@link IllegalArgumentException} when the record is no command. */
    public static Submission of(@Nullable SpecificRecord value) {
        return switch (value) {
            case PlaceOrder place ->
                new Submission(place.getOrderId(), place.getCommandId(), place.getExpectedVersion(), read(place));
            case PayOrder pay ->
                new Submission(pay.getOrderId(), pay.getCommandId(), pay.getExpectedVersion(), read(pay));
            case ShipOrder ship ->
                new Submission(ship.getOrderId(), ship.getCommandId(), ship.getExpectedVersion(), read(ship));
            case ReturnLines returning ->
                new Submission(
                        returning.getOrderId(),
                        returning.getCommandId(),
                        returning.getExpectedVersion(),
                        read(returning));
            case CancelOrder cancel ->
                new Submission(cancel.getOrderId(), cancel.getCommandId(), cancel.getExpectedVersion(), read(cancel));
            case null -> throw new IllegalArgumentException("The record has no value");
            default ->
                throw new IllegalArgumentException(
                        "A " + value.getSchema().getFullName() + " is not a command for orders");
        };
    }

    private static OrderCommand read(PlaceOrder place) {
        return new OrderCommand.PlaceOrder(
                place.getCustomerId(), place.getCountry(), readLines(place.getLines()), place.getAt());
    }

    private static OrderCommand read(PayOrder pay) {
        return new OrderCommand.PayOrder(Values.read(pay.getAmount()), pay.getAt());
    }

    private static OrderCommand read(ShipOrder ship) {
        return new OrderCommand.ShipOrder(readPieces(ship.getLines()), ship.getAt());
    }

    private static OrderCommand read(ReturnLines returning) {
        return new OrderCommand.ReturnLines(readPieces(returning.getLines()), returning.getAt());
    }

    private static OrderCommand read(CancelOrder cancel) {
        return new OrderCommand.CancelOrder(cancel.getNote(), cancel.getAt());
    }
}
