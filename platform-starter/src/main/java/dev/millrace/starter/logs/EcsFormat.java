package dev.millrace.starter.logs;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a line as JSON of the Elastic Common Schema. What the code logged as key-values comes first, so that it can never
 * replace a field of ours, and no field comes twice, which Elasticsearch would refuse.
 */
final class EcsFormat {

    private static final String ECS_VERSION = "8.11";
    private static final Map<String, String> ECS_NAMES = Map.of("traceId", "trace.id", "spanId", "span.id");
    private static final JsonMapper JSON = new JsonMapper();

    private final String service;
    private final String instance;
    private final long pid = ProcessHandle.current().pid();

    EcsFormat(String service, String instance) {
        this.service = service;
        this.instance = instance;
    }

    byte[] format(LogLine line) {
        var document = new EcsDocument();
        putContext(document, line.event());
        putEvent(document, line.event());
        putOrigin(document, line);
        return JSON.writeValueAsBytes(document.fields());
    }

    private static void putContext(EcsDocument document, ILoggingEvent event) {
        event.getMDCPropertyMap().forEach((key, value) -> document.put(ECS_NAMES.getOrDefault(key, key), value));
        Objects.requireNonNullElse(event.getKeyValuePairs(), List.<org.slf4j.event.KeyValuePair>of())
                .forEach(pair -> document.put(pair.key, plain(pair.value)));
    }

    private static void putEvent(EcsDocument document, ILoggingEvent event) {
        document.put("@timestamp", event.getInstant().toString());
        document.put("message", event.getFormattedMessage());
        document.put("log.level", event.getLevel().toString());
        document.put("log.logger", event.getLoggerName());
        document.put("process.thread.name", event.getThreadName());
        if (event.getMarkerList() != null) {
            document.put(
                    "tags", event.getMarkerList().stream().map(Marker::getName).toList());
        }
        putError(document, event.getThrowableProxy());
    }

    private static void putError(EcsDocument document, @Nullable IThrowableProxy error) {
        if (error != null) {
            document.put("error.type", error.getClassName());
            document.put("error.message", error.getMessage());
            document.put("error.stack_trace", ThrowableProxyUtil.asString(error));
        }
    }

    private void putOrigin(EcsDocument document, LogLine line) {
        document.put("process.pid", pid);
        document.put("service.name", service);
        document.put("service.node.name", instance);
        document.put("event.sequence", line.sequence());
        document.put("event.id", instance + "-" + line.sequence());
        document.put("ecs.version", ECS_VERSION);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
