package dev.millrace.orderservice.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was sold, and how much of it has left and come back. Pieces of a product that stands in several lines are shipped in
 * the order of the lines and come back in that order too: the first shipped is the first returned, at its line's price.
 */
public record Sale(
        @Nullable UUID customerId, @Nullable String country, Instant placedAt, List<SoldLine> lines, Money total) {

    public Sale {
        lines = List.copyOf(lines);
    }

    static Sale of(OrderEvent.OrderPlaced placed) {
        var lines =
                placed.lines().stream().map(line -> new SoldLine(line, 0, 0)).toList();
        return new Sale(placed.customerId(), placed.country(), placed.at(), lines, placed.total());
    }

    /** The value of everything that has come back. */
    Money refunded() {
        return lines.stream()
                .map(sold -> sold.line().unitPrice().times(sold.returned()))
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    /** Pieces by product that have not been shipped yet. */
    Map<String, Integer> left() {
        return piecesBySku(SoldLine::left);
    }

    /** Pieces by product that are with the customer. */
    Map<String, Integer> out() {
        return piecesBySku(SoldLine::out);
    }

    boolean isShippedCompletely() {
        return lines.stream().allMatch(line -> line.left() == 0);
    }

    boolean isReturnedCompletely() {
        return lines.stream().allMatch(line -> line.out() == 0);
    }

    Sale shipping(List<SkuQuantity> pieces) {
        return moving(pieces, SoldLine::left, SoldLine::shipping);
    }

    Sale takingBack(List<SkuQuantity> pieces) {
        return moving(pieces, SoldLine::out, SoldLine::takingBack);
    }

    private Sale moving(
            List<SkuQuantity> pieces, ToIntFunction<SoldLine> movable, BiFunction<SoldLine, Integer, SoldLine> move) {
        var open = new HashMap<String, Integer>();
        pieces.forEach(piece -> open.merge(piece.sku(), piece.quantity(), Integer::sum));
        var moved = lines.stream().map(line -> {
            var sku = line.line().sku();
            var taken = Math.min(movable.applyAsInt(line), open.getOrDefault(sku, 0));
            open.computeIfPresent(sku, (_, quantity) -> quantity - taken);
            return move.apply(line, taken);
        });
        return new Sale(customerId, country, placedAt, moved.toList(), total);
    }

    private Map<String, Integer> piecesBySku(ToIntFunction<SoldLine> pieces) {
        var bySku = new LinkedHashMap<String, Integer>();
        lines.forEach(line -> bySku.merge(line.line().sku(), pieces.applyAsInt(line), Integer::sum));
        return bySku;
    }
}
