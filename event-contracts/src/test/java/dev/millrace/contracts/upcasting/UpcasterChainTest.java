package dev.millrace.contracts.upcasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;

class UpcasterChainTest {

    private static final Schema FIRST =
            SchemaBuilder.record("Parcel").fields().requiredInt("grams").endRecord();
    private static final Schema SECOND = SchemaBuilder.record("Parcel")
            .fields()
            .requiredInt("grams")
            .optionalString("note")
            .endRecord();
    private static final Schema THIRD = SchemaBuilder.record("Parcel")
            .fields()
            .requiredDouble("kilograms")
            .optionalString("note")
            .endRecord();
    private static final SchemaVersions VERSIONS = new SchemaVersions("Parcel", List.of(FIRST, SECOND, THIRD));

    @Test
    void leadsEveryVersionToTheCurrentOne() {
        var chain = chain(upcaster(2, 3));

        assertThat(chain.upcast(parcel(FIRST)).get("kilograms")).isEqualTo(2.5);
        assertThat(chain.upcast(parcel(SECOND)).get("kilograms")).isEqualTo(2.5);
    }

    @Test
    void mayLeapOverAVersion() {
        assertThat(chain(upcaster(1, 3), upcaster(2, 3)).upcast(parcel(FIRST)).getSchema())
                .isEqualTo(THIRD);
    }

    @Test
    void leavesCurrentAndUnknownVersionsToAvro() {
        var unknown =
                SchemaBuilder.record("Parcel").fields().requiredString("colour").endRecord();

        assertThat(chain(upcaster(2, 3)).isOld(SECOND)).isTrue();
        assertThat(chain(upcaster(2, 3)).isOld(THIRD)).isFalse();
        assertThat(chain(upcaster(2, 3)).isOld(unknown)).isFalse();
    }

    @Test
    void mayHaveNoGap() {
        refuses("none leads on from version 2, and Avro alone can't read it as version 3", upcaster(1, 2));
    }

    @Test
    void mayNotFork() {
        refuses("two of them lead on from version 2", upcaster(2, 3), upcaster(2, 3));
    }

    @Test
    void mayNotGoRound() {
        refuses("one leads from version 2 back to 1, which never ends", upcaster(1, 2), upcaster(2, 1));
        refuses("one leads from version 2 back to 2, which never ends", upcaster(2, 2));
    }

    @Test
    void mayNotBeginOrEndWhereNoVersionIsKept() {
        refuses("one leads from version 3 to 4, but versions 1 to 3 are kept", upcaster(2, 3), upcaster(3, 4));
        refuses("one leads from version 0 to 1, but versions 1 to 3 are kept", upcaster(0, 1));
    }

    private static void refuses(String why, Upcaster... upcasters) {
        assertThatIllegalStateException()
                .isThrownBy(() -> chain(upcasters))
                .withMessage("The upcasters of Parcel are not a chain: " + why);
    }

    private static UpcasterChain chain(Upcaster... upcasters) {
        return new UpcasterChain(VERSIONS, List.of(upcasters));
    }

    private static Upcaster upcaster(int from, int to) {
        return new Upcaster(
                "Parcel",
                from,
                to,
                (older, newer) -> new GenericRecordBuilder(newer)
                        .set("kilograms", (int) older.get("grams") / 1000.0)
                        .build());
    }

    private static GenericRecord parcel(Schema schema) {
        return new GenericRecordBuilder(schema).set("grams", 2500).build();
    }
}
