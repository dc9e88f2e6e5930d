package dev.millrace.starter.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EcsFormatTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final LoggerContext context = new LoggerContext();
    private final EcsFormat format = new EcsFormat("order-service", "node-1");

    @Test
    void writesTheFieldsOfEveryLine() {
        var line = write(event("An order was placed", null));
        assertThat(line.path("@timestamp").asString()).isEqualTo("2026-11-22T10:00:00.123456Z");
        assertThat(line.path("message").asString()).isEqualTo("An order was placed");
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/log/logger").asString()).isEqualTo("dev.millrace.Some");
        assertThat(line.at("/process/thread/name").asString()).isEqualTo("worker");
        assertThat(line.at("/service/name").asString()).isEqualTo("order-service");
        assertThat(line.at("/service/node/name").asString()).isEqualTo("node-1");
        assertThat(line.at("/event/sequence").asLong()).isEqualTo(42);
        assertThat(line.at("/event/id").asString()).isEqualTo("node-1-42");
        assertThat(line.at("/ecs/version").asString()).isEqualTo("8.11");
    }

    @Test
    void nestsKeyValuesAndKeepsNumbersNumbers() {
        var id = UUID.randomUUID();
        var event = event("An order was placed", null);
        event.addKeyValuePair(new KeyValuePair("order.id", id));
        event.addKeyValuePair(new KeyValuePair("order.version", 3L));
        event.addKeyValuePair(new KeyValuePair("event.outcome", "success"));
        event.addKeyValuePair(new KeyValuePair("nothing", null));
        var line = write(event);
        assertThat(line.at("/order/id").asString()).isEqualTo(id.toString());
        assertThat(line.at("/order/version").isIntegralNumber()).isTrue();
        assertThat(line.at("/event/outcome").asString()).isEqualTo("success");
        assertThat(line.at("/event/sequence").asLong()).isEqualTo(42);
        assertThat(line.has("nothing")).isFalse();
    }

    @Test
    void givesTraceAndSpanTheirEcsNames() {
        var line = write(event("An order was placed", null, Map.of("traceId", "abc", "spanId", "def")));
        assertThat(line.at("/trace/id").asString()).isEqualTo("abc");
        assertThat(line.at("/span/id").asString()).isEqualTo("def");
        assertThat(line.has("traceId")).isFalse();
    }

    @Test
    void writesWhatWentWrong() {
        var line = write(event("An order was lost", new IOException("disk", new IllegalStateException("full"))));
        assertThat(line.at("/error/type").asString()).isEqualTo("java.io.IOException");
        assertThat(line.at("/error/message").asString()).isEqualTo("disk");
        assertThat(line.at("/error/stack_trace").asString())
                .contains("java.io.IOException: disk", "Caused by: java.lang.IllegalStateException: full");
    }

    @Test
    void neverWritesAFieldTwiceNorLetsKeyValuesReplaceItsOwn() {
        var event = event("An order was lost", new IOException("disk"));
        for (var name :
                new String[] {"error.code", "error", "message", "event.id", "log.level", "order", "order.id", "a."}) {
            event.addKeyValuePair(new KeyValuePair(name, "mine"));
        }
        var line = write(event);
        assertThat(line.path("message").asString()).isEqualTo("An order was lost");
        assertThat(line.at("/event/id").asString()).isEqualTo("node-1-42");
        assertThat(line.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(line.at("/error/type").asString()).isEqualTo("java.io.IOException");
        assertThat(line.at("/order/id").asString()).isEqualTo("mine");
    }

    private LoggingEvent event(String message, @Nullable Throwable failure) {
        return event(message, failure, Map.of());
    }

    private LoggingEvent event(String message, @Nullable Throwable failure, Map<String, String> mdc) {
        var event = new LoggingEvent(
                "caller", context.getLogger("dev.millrace.Some"), Level.WARN, message, failure, new Object[0]);
        event.setThreadName("worker");
        event.setInstant(Instant.parse("2026-11-22T10:00:00.123456Z"));
        event.setMDCPropertyMap(mdc);
        return event;
    }

    private JsonNode write(LoggingEvent event) {
        return STRICT.readTree(format.format(new LogLine(42, event)));
    }
}
