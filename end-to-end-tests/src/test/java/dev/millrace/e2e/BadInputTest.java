package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    private final UUID order = UUID.randomUUID();

    @ParameterizedTest(name = "answers {0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            422 | no-lines              | {"lines": []}
            422 | non-positive-quantity | {"lines": [{"sku": "A", "quantity": -1, "unitPrice": {"amount": 1, "currency": "GBP"}}]}
            422 | negative-price        | {"lines": [{"sku": "A", "quantity": 1, "unitPrice": {"amount": -1, "currency": "GBP"}}]}
            400 | unreadable-body       | {"lines": [
            400 | unknown-field         | {"lines": [], "colour": "red"}
            """)
    void saysWhatIsWrongWithAnOrder(int status, String problem, String body) {
        assertRefused(RunningPlatform.orders().put("/orders/" + order, body), status, problem);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var body = Samples.guestOrder("x".repeat(2 * 1024 * 1024));

        assertRefused(RunningPlatform.orders().put("/orders/" + order, body), 413, "body-too-large");
    }

    @Test
    void knowsNoOrderThatWasNotPlaced() {
        assertThat(RunningPlatform.orders().get("/orders/" + order).status()).isEqualTo(404);
        assertRefused(
                RunningPlatform.orders().post("/orders/" + order + "/cancellation", "{}"), 404, "order-not-found");
    }

    @Test
    void refusesWhatTheStateOfTheOrderForbids() {
        RunningPlatform.orders().put("/orders/" + order, Samples.guestOrder("Coffee mill"));

        assertRefused(RunningPlatform.orders().post("/orders/" + order + "/shipments", "{}"), 409, "not-paid");
    }

    @Test
    void refusesAWriteOnAStaleVersion() {
        RunningPlatform.orders().put("/orders/" + order, Samples.guestOrder("Coffee mill"));
        var pay = "{\"amount\": {\"amount\": 1, \"currency\": \"GBP\"}}";
        RunningPlatform.orders().post("/orders/" + order + "/payments", pay);

        var answer = RunningPlatform.orders().post("/orders/" + order + "/payments", pay, "If-Match", "\"1\"");

        assertRefused(answer, 412, "stale-version");
        assertThat(answer.json().path("version").asInt()).isEqualTo(2);
    }

    private static void assertRefused(Api.Answer answer, int status, String problem) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("urn:millrace:problem:" + problem);
    }
}
