package dev.millrace.orderservice.deciding;

import dev.millrace.orderservice.domain.Money;
import dev.millrace.orderservice.domain.OrderCommand;
import dev.millrace.orderservice.domain.OrderCommand.CancelOrder;
import dev.millrace.orderservice.domain.OrderCommand.PayOrder;
import dev.millrace.orderservice.domain.OrderCommand.PlaceOrder;
import dev.millrace.orderservice.domain.OrderCommand.ReturnLines;
import dev.millrace.orderservice.domain.OrderCommand.ShipOrder;
import dev.millrace.orderservice.domain.OrderLine;
import dev.millrace.orderservice.domain.SkuQuantity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells commands of different contents apart: 64 bits of a SHA-256 over all that a command asks for, its time left out. It is
 * stored, so the order of the fields must stay.
 */
final class Fingerprint {

    private final MessageDigest digest = sha256();

    private Fingerprint() {}

    static long of(OrderCommand command) {
        var fingerprint = new Fingerprint();
        fingerprint.add(command);
        return ByteBuffer.wrap(fingerprint.digest.digest()).getLong();
    }

    private void add(OrderCommand command) {
        switch (command) {
            case PlaceOrder(var customer, var country, var lines, var _) ->
                text("place")
                        .text(customer == null ? null : customer.toString())
                        .text(country)
                        .lines(lines);
            case PayOrder(var amount, var _) -> text("pay").money(amount);
            case ShipOrder(var pieces, var _) -> text("ship").pieces(pieces);
            case ReturnLines(var pieces, var _) -> text("return").pieces(pieces);
            case CancelOrder(var note, var _) -> text("cancel").text(note);
        }
    }

    private void lines(List<OrderLine> lines) {
        lines.forEach(line -> text(line.sku())
                .text(line.description())
                .number(line.quantity())
                .money(line.unitPrice()));
    }

    private void pieces(List<SkuQuantity> pieces) {
        pieces.forEach(piece -> text(piece.sku()).number(piece.quantity()));
    }

    private Fingerprint money(Money money) {
        return text(money.amount().toPlainString()).text(money.currency());
    }

    /** Each text is preceded by its length, so that no two commands read the same. */
    private Fingerprint text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        digest.update(bytes);
        return this;
    }

    private Fingerprint number(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
