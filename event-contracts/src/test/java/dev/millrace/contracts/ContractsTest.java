package dev.millrace.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {

    private static final SchemaValidator BACKWARD_TRANSITIVE =
            new SchemaValidatorBuilder().canReadStrategy().validateAll();
    private static final SchemaValidator FORWARD =
            new SchemaValidatorBuilder().canBeReadStrategy().validateLatest();

    static List<Schema> schemas() {
        return Contracts.schemas();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void keepsEveryVersionOfASchema(Schema schema) throws IOException {
        var history = SchemaHistory.of(schema);
        if (!history.endsWith(schema)) {
            throw new AssertionError(history.proposeNextVersion(schema));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsWhatEveryEarlierVersionWrote(Schema schema) throws IOException {
        SchemaHistory.of(schema)
                .beginnings()
                .forEach(versions -> assertThatCode(() -> validate(versions))
                        .as("version %d of %s reads what earlier ones wrote", versions.size(), schema.getFullName())
                        .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void canBeReadByThePreviousVersion(Schema schema) throws IOException, SchemaValidationException {
        var versions = SchemaHistory.of(schema).schemas().reversed();
        FORWARD.validate(versions.getFirst(), versions.subList(1, versions.size()));
    }

    @Test
    void keepsNoHistoryOfARecordThatNobodySendsAnyMore() throws IOException {
        assertThat(SchemaHistory.names())
                .as("a topic may still hold such records: remove both or neither")
                .containsExactlyInAnyOrderElementsOf(
                        schemas().stream().map(Schema::getFullName).toList());
    }

    @Test
    void listsEveryRecordThatIsNoPartOfAnother() {
        var generated = generated();
        var parts = generated.stream().flatMap(ContractsTest::parts).collect(Collectors.toSet());
        assertThat(Contracts.schemas())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(generated.stream()
                        .filter(schema -> !parts.contains(schema))
                        .toList());
    }

    @Test
    void wouldNoticeAnIncompatibleChange() {
        var first = SchemaBuilder.record("Some").fields().requiredString("kept").endRecord();
        var second = SchemaBuilder.record("Some")
                .fields()
                .requiredString("kept")
                .requiredString("added")
                .endRecord();
        assertThatExceptionOfType(SchemaValidationException.class)
                .isThrownBy(() -> validate(List.of(first, second)))
                .withMessageContaining("added");
    }

    private static void validate(List<Schema> versions) throws SchemaValidationException {
        BACKWARD_TRANSITIVE.validate(versions.getLast(), versions.subList(0, versions.size() - 1));
    }

    private static Set<Schema> generated() {
        return new ClassFileImporter()
                .importPackages("dev.millrace").stream()
                        .filter(type -> type.isAssignableTo(SpecificRecordBase.class))
                        .map(type -> SpecificData.get().getSchema(type.reflect()))
                        .collect(Collectors.toSet());
    }

    private static Stream<Schema> parts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> schema.getFields().stream().flatMap(field -> withParts(field.schema()));
            case UNION -> schema.getTypes().stream().flatMap(ContractsTest::withParts);
            case ARRAY -> withParts(schema.getElementType());
            case MAP -> withParts(schema.getValueType());
            default -> Stream.of();
        };
    }

    private static Stream<Schema> withParts(Schema schema) {
        return Stream.concat(Stream.of(schema), parts(schema));
    }
}
