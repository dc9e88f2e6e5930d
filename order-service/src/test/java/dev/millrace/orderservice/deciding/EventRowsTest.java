package dev.millrace.orderservice.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.orderservice.deciding.stored.EventRow;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventRowsTest {

    /** As the release before actors encoded the row. */
    private static final byte[] OF_VERSION_1 = HexFormat.of()
            .parseHex("c301d493d3ecb7baef4e"
                    + "4830303030303030302d303030302d303030312d303030302d303030303030303030303032"
                    + "0c612d74726970"
                    + "06010203");

    private final Serde<EventRow> rows = EventRows.serde();

    @Test
    void bringBackWhatWasStored() {
        var stored = rows.serializer().serialize("any", row("ada"));
        assertThat(rows.deserializer().deserialize("any", stored)).isEqualTo(row("ada"));
    }

    @Test
    void haveNoActorWhereTheFirstVersionWroteThem() {
        assertThat(rows.deserializer().deserialize("any", OF_VERSION_1)).isEqualTo(row(null));
    }

    @Test
    void keepEveryVersionOfTheirSchema() {
        assertThat(EventRows.VERSIONS.versionOf(EventRow.getClassSchema())).isEqualTo(EventRows.VERSIONS.current());
    }

    private static EventRow row(@Nullable String actor) {
        return new EventRow(new UUID(1, 2), "a-trip", actor, ByteBuffer.wrap(new byte[] {1, 2, 3}));
    }
}
