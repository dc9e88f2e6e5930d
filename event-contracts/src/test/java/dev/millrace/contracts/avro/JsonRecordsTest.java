package dev.millrace.contracts.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.millrace.alerts.Alert;
import dev.millrace.alerts.Severity;
import dev.millrace.orders.events.OrderPlaced;
import dev.millrace.users.events.UserRegistered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRecordsTest {

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    @Test
    void readsEveryFieldByItsName() {
        assertThat(registered("\"at\": \"2026-01-02T12:00:00.123456Z\", \"version\": 1, \"country\": \"Norway\""))
                .isEqualTo(new UserRegistered(ID, 1L, NOON, "Norway"));
    }

    @Test
    void takesTheDefaultOfAFieldThatIsNotThere() {
        assertThat(registered("\"at\": \"2026-01-02T12:00:00.123456Z\", \"version\": 1"))
                .isEqualTo(new UserRegistered(ID, 1L, NOON, null));
    }

    @Test
    void readsRecordsListsDecimalsAndSymbolsInside() {
        var placed = (OrderPlaced) read(OrderPlaced.getClassSchema(), """
                {"orderId": "%s", "version": 1, "at": "2026-01-02T12:00:00.123Z", "customerId": null,
                 "lines": [{"sku": "A", "quantity": 2, "unitPrice": {"amount": 12.5, "currency": "EUR"}}],
                 "total": {"amount": 25, "currency": "EUR"}}""".formatted(ID));
        assertThat(placed.getLines().getFirst().getUnitPrice().getAmount()).isEqualTo(new BigDecimal("12.5000"));
        var alert = (Alert) read(Alert.getClassSchema(), """
                {"rule": "r", "subject": "s", "state": "FIRING", "severity": "INFO", "summary": "s",
                 "at": "2026-01-02T12:00:00Z"}""");
        assertThat(alert.getSeverity()).isEqualTo(Severity.INFO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"version\": 1 | The field at does not take what the JSON holds",
                "\"at\": \"2026-01-02T12:00:00Z\" | The field version does not take what the JSON holds",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": null | The field version",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": \"1\" | The field version",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": 1.5 | The field version",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": 9223372036854775808 | The field version",
                "\"at\": \"2026-01-02T12:00:00.1234567Z\", \"version\": 1 | The field at",
                "\"at\": \"noon\", \"version\": 1 | The field at",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": 1, \"country\": [] | The field country",
                "\"at\": \"2026-01-02T12:00:00Z\", \"version\": 1, \"email\": \"x\" | has a field that UserRegistered does not have",
                "\"version\": 1, \"version\": 1 | This is not JSON",
            })
    void refusesWhatDoesNotFitAndNeverSaysWhatItWas(String fields, String sentence) {
        assertThatExceptionOfType(UnfitJsonException.class)
                .isThrownBy(() -> registered(fields))
                .withNoCause()
                .withMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({"[]", "{", "'{} {}'", "''"})
    void refusesWhatIsNoObject(String json) {
        assertThatExceptionOfType(UnfitJsonException.class)
                .isThrownBy(() -> read(UserRegistered.getClassSchema(), json));
    }

    private static Object registered(String fields) {
        return read(UserRegistered.getClassSchema(), "{\"userId\": \"" + ID + "\", " + fields + "}");
    }

    private static Object read(Schema schema, String json) {
        return JsonRecords.read(json, schema);
    }
}
