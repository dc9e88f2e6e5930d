package dev.millrace.logs.lines;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.json.JsonMapper;

/** The two fields of a line that decide where it is filed, found without building a tree of the others. */
record LineFields(@Nullable String timestamp, @Nullable String eventId) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Null for anything else than one whole JSON object. */
    static @Nullable LineFields of(byte[] line) {
        try (var parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            var fields = of(parser);
            return parser.nextToken() == null ? fields : null;
        }
    }

    private static LineFields of(JsonParser parser) {
        var fields = new LineFields(null, null);
        while (!endsHere(parser)) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                fields = fields.with(parser);
            }
        }
        return fields;
    }

    private static boolean endsHere(JsonParser parser) {
        return parser.streamReadContext().inRoot();
    }

    private LineFields with(JsonParser parser) {
        return switch (path(parser.streamReadContext())) {
            case "@timestamp" -> new LineFields(parser.getString(), eventId);
            case "event.id" -> new LineFields(timestamp, parser.getString());
            default -> this;
        };
    }

    /** Dots in a name mean the same to Elasticsearch as objects in objects. */
    private static String path(TokenStreamContext context) {
        var name = String.valueOf(context.currentName());
        return switch (context.getNestingDepth()) {
            case 1 -> name;
            case 2 -> context.getParent().currentName() + "." + name;
            default -> "";
        };
    }
}
