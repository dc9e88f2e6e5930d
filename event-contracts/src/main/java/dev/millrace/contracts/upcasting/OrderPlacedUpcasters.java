package dev.millrace.contracts.upcasting;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.jspecify.annotations.Nullable;

/** The past of OrderPlaced: prices were texts in pounds, without a total, then countries were ISO codes. */
public final class OrderPlacedUpcasters {

    private static final String TYPE = "dev.millrace.orders.events.OrderPlaced";
    private static final String CURRENCY = "GBP";
    private static final int DECIMALS = 4;

    private OrderPlacedUpcasters() {}

    public static List<Upcaster> all() {
        return List.of(
                new Upcaster(TYPE, 1, 2, OrderPlacedUpcasters::withMoney),
                new Upcaster(TYPE, 2, 3, OrderPlacedUpcasters::withNameOfCountry));
    }

    private static GenericRecord withMoney(GenericRecord older, Schema newer) {
        var line = newer.getField("lines").schema().getElementType();
        var money = newer.getField("total").schema();
        var lines = lines(older);
        return copy(older, newer)
                .set("lines", lines.stream().map(old -> line(old, line)).toList())
                .set("total", money(total(lines), money))
                .build();
    }

    private static GenericRecord withNameOfCountry(GenericRecord older, Schema newer) {
        return copy(older, newer)
                .set("country", nameOf(older.get("countryCode")))
                .build();
    }

    private static GenericRecord line(GenericRecord older, Schema newer) {
        var unitPrice = money(unitPrice(older), newer.getField("unitPrice").schema());
        return copy(older, newer).set("unitPrice", unitPrice).build();
    }

    private static BigDecimal total(List<GenericRecord> lines) {
        return lines.stream()
                .map(line -> unitPrice(line).multiply(BigDecimal.valueOf((int) line.get("quantity"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal unitPrice(GenericRecord line) {
        return new BigDecimal(line.get("unitPrice").toString());
    }

    private static GenericRecord money(BigDecimal amount, Schema schema) {
        var unscaled = amount.setScale(DECIMALS).unscaledValue();
        return new GenericRecordBuilder(schema)
                .set("amount", ByteBuffer.wrap(unscaled.toByteArray()))
                .set("currency", CURRENCY)
                .build();
    }

    private static @Nullable String nameOf(@Nullable Object countryCode) {
        return countryCode == null
                ? null
                : Locale.of("", countryCode.toString()).getDisplayCountry(Locale.ENGLISH);
    }

    @SuppressWarnings("unchecked")
    private static List<GenericRecord> lines(GenericRecord placed) {
        return (List<GenericRecord>) placed.get("lines");
    }

    /** The fields that have kept their names. */
    private static GenericRecordBuilder copy(GenericRecord older, Schema newer) {
        var copy = new GenericRecordBuilder(newer);
        newer.getFields().stream()
                .filter(field -> older.hasField(field.name()))
                .forEach(field -> copy.set(field, older.get(field.name())));
        return copy;
    }
}
