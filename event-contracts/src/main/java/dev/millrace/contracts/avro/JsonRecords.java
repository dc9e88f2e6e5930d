package dev.millrace.contracts.avro;

import java.time.DateTimeException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Makes records of JSON as a writer has it who knows nothing of Avro: plain values, times in ISO 8601. */
public final class JsonRecords {

    static {
        TrustedClasses.trust();
    }

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    private JsonRecords() {}

    /** Fails with an {@link UnfitJsonException} unless every field fits, and there is no other. */
    public static SpecificRecord read(String json, Schema schema) {
        return (SpecificRecord) record(parse(json), schema);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readValue(json);
        } catch (JacksonException _) {
            throw new UnfitJsonException("This is not JSON");
        }
    }

    private static IndexedRecord record(JsonNode json, Schema schema) {
        requireNoOther(json, schema);
        var made = (IndexedRecord) SpecificData.get().newRecord(null, schema);
        schema.getFields().forEach(field -> made.put(field.pos(), value(json.get(field.name()), field)));
        return made;
    }

    private static void requireNoOther(JsonNode json, Schema schema) {
        if (!json.isObject()) {
            throw new UnfitJsonException(schema.getName() + " takes a JSON object and nothing else");
        }
        var others = json.properties().stream().map(Map.Entry::getKey).filter(name -> schema.getField(name) == null);
        if (others.findAny().isPresent()) {
            throw new UnfitJsonException("The JSON has a field that " + schema.getName() + " does not have");
        }
    }

    private static @Nullable Object value(@Nullable JsonNode json, Schema.Field field) {
        if (json == null && field.hasDefaultValue()) {
            return SpecificData.get().getDefaultValue(field);
        }
        try {
            return convert(json, field.schema());
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException _) {
            throw new UnfitJsonException("The field " + field.name() + " does not take what the JSON holds");
        }
    }

    private static @Nullable Object convert(@Nullable JsonNode json, Schema schema) {
        if (json == null) {
            throw new IllegalArgumentException("missing");
        }
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : convert(json, withoutNull(schema));
            case RECORD -> record(json, schema);
            case ARRAY ->
                items(json).map(item -> convert(item, schema.getElementType())).toList();
            default -> JsonScalars.convert(json, schema);
        };
    }

    private static Stream<JsonNode> items(JsonNode json) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("no array");
        }
        return json.valueStream();
    }

    private static Schema withoutNull(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Type.NULL)
                .findFirst()
                .orElseThrow();
    }
}
