package dev.millrace.users.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.contracts.Contracts;
import dev.millrace.contracts.avro.JsonRecords;
import dev.millrace.users.directory.UserEvent.EmailChanged;
import dev.millrace.users.directory.UserEvent.UserErased;
import dev.millrace.users.directory.UserEvent.UserRegistered;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class UserEventTest {

    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123456Z");

    static Stream<UserEvent> events() {
        return Stream.of(
                new UserRegistered(ADA, 1, NOON, "Norway"),
                new UserRegistered(ADA, 1, NOON, null),
                new EmailChanged(ADA, 2, NOON),
                new UserErased(ADA, 2, NOON));
    }

    @ParameterizedTest
    @MethodSource("events")
    void fitsItsContract(UserEvent event) {
        assertThat(asContract(event).getSchema().getName()).isEqualTo(event.type());
    }

    @Test
    void saysInItsContractWhatItSaysHere() {
        assertThat(asContract(new UserRegistered(ADA, 1, NOON, "Norway")))
                .isEqualTo(new dev.millrace.users.events.UserRegistered(ADA, 1L, NOON, "Norway"));
    }

    private static SpecificRecord asContract(UserEvent event) {
        var schema = Contracts.schemas().stream()
                .filter(contract -> contract.getFullName().equals("dev.millrace.users.events." + event.type()))
                .findFirst()
                .orElseThrow();
        return JsonRecords.read(new JsonMapper().writeValueAsString(event), schema);
    }
}
