package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.domain.Money;
import java.math.BigDecimal;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Shows an amount with the decimals it needs, but at least two. */
@JacksonComponent
final class MoneyJson extends ValueSerializer<Money> {

    private static final int DECIMALS = 2;

    @Override
    public void serialize(Money money, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.writeNumberProperty("amount", shown(money.amount()));
        json.writeStringProperty("currency", money.currency());
        json.writeEndObject();
    }

    private static BigDecimal shown(BigDecimal amount) {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < DECIMALS ? stripped.setScale(DECIMALS) : stripped;
    }
}
