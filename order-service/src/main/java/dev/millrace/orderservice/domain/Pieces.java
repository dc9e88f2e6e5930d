package dev.millrace.orderservice.domain;

import static dev.millrace.orderservice.domain.Decision.refuse;
import static dev.millrace.orderservice.domain.Refusal.NON_POSITIVE_QUANTITY;
import static dev.millrace.orderservice.domain.Refusal.UNKNOWN_SKU;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pieces that are to move, against those that can. */
final class Pieces {

    private Pieces() {}

    /** Everything there is, as a list of what moves. */
    static List<SkuQuantity> all(Map<String, Integer> available) {
        return available.entrySet().stream()
                .filter(sku -> sku.getValue() > 0)
                .map(sku -> new SkuQuantity(sku.getKey(), sku.getValue()))
                .toList();
    }

    /** One entry a product, however often it was named; only for what nothing speaks against. */
    static List<SkuQuantity> merged(List<SkuQuantity> pieces) {
        return bySku(pieces).entrySet().stream()
                .map(sku -> new SkuQuantity(sku.getKey(), Math.toIntExact(sku.getValue())))
                .toList();
    }

    static Optional<Decision> objection(List<SkuQuantity> pieces, Map<String, Integer> available, Refusal tooMany) {
        if (pieces.stream().anyMatch(piece -> piece.quantity() <= 0)) {
            return Optional.of(refuse(NON_POSITIVE_QUANTITY));
        }
        return bySku(pieces).entrySet().stream()
                .filter(sku -> sku.getValue() > available.getOrDefault(sku.getKey(), 0))
                .findFirst()
                .map(sku -> objection(sku.getKey(), available, tooMany));
    }

    private static Decision objection(String sku, Map<String, Integer> available, Refusal tooMany) {
        return available.containsKey(sku)
                ? refuse(tooMany, tooMany.sentence() + " Of " + sku + ", " + available.get(sku) + " can move.")
                : refuse(UNKNOWN_SKU, sku + " is not part of the order.");
    }

    private static Map<String, Long> bySku(List<SkuQuantity> pieces) {
        var bySku = new LinkedHashMap<String, Long>();
        pieces.forEach(piece -> bySku.merge(piece.sku(), (long) piece.quantity(), Long::sum));
        return bySku;
    }
}
