package dev.millrace.orderservice.ordering;

import dev.millrace.orders.SkuQuantity;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** So many pieces of a product. */
record PieceBody(
        @NotBlank @Size(max = 64) String sku, @NotNull Integer quantity) {

    static List<SkuQuantity> toAvro(List<PieceBody> pieces) {
        return pieces.stream()
                .map(piece -> new SkuQuantity(piece.sku, piece.quantity))
                .toList();
    }
}
