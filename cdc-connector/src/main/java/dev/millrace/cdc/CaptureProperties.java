package dev.millrace.cdc;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one capture takes from where to where. Adding a table takes an entry in {@code tables} and an Avro schema, no code.
 *
 * @param name of this capture: its key in the positions topic, part of its transactional id and of every event's id; a
 *     capture under a new name starts over with a snapshot
 * @param slot the replication slot, which is made where it does not exist
 * @param publication made with these tables where it does not exist and the role owns them, otherwise by their owner
 * @param drop columns that are never read, such as public.users.phone
 * @param mask text columns of which only asterisks are told
 * @param heartbeat how often the database is made to say something, so that an idle slot moves on and silence is noticed
 * @param transactionTimeout a snapshot is one Kafka transaction and has to be through by then; at most the broker's
 *     {@code transaction.max.timeout.ms}
 * @param logOnDisk how much log the slot may make the database keep before its disk is full, which SQL does not tell
 */
public record CaptureProperties(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]*") String name,
        @NotNull @Valid Database database,
        @NotNull @Pattern(regexp = "[a-z0-9_]{1,63}") String slot,
        @NotBlank String publication,
        @NotEmpty @DefaultValue List<@Valid Table> tables,
        @DefaultValue List<@Pattern(regexp = COLUMN) String> drop,
        @DefaultValue List<@Pattern(regexp = COLUMN) String> mask,

        @NotNull @DurationMin(millis = 100) @DefaultValue("1s")
        Duration heartbeat,

        @NotNull @DurationMin(seconds = 10) @DefaultValue("15m")
        Duration transactionTimeout,

        @Nullable DataSize logOnDisk) {

    private static final String COLUMN = "[^.]+\\.[^.]+\\.[^.]+";

    public CaptureProperties {
        tables = List.copyOf(tables);
        drop = List.copyOf(drop);
        mask = List.copyOf(mask);
    }

    /** The database, and a role that may replicate and read the captured tables. */
    public record Database(
            @NotNull @Pattern(regexp = "jdbc:postgresql:.+") String url,
            @NotBlank String username,
            @Nullable String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return username + " at " + url;
        }
    }

    /**
     * A captured table, either of rows, which have {@code entity} and {@code value}, or an outbox.
     *
     * @param name with its schema, such as public.users
     * @param entity what a row is, such as User: its changes are UserCreated, UserUpdated and UserDeleted
     * @param value the Avro record of the change envelope; fields are filled by their names
     * @param outbox of a table whose rows are events
     */
    public record Table(
            @NotNull @Pattern(regexp = "[^.]+\\.[^.]+") String name,
            @NotBlank String topic,
            @Nullable String entity,
            @Nullable Class<?> value,
            @Nullable @Valid Outbox outbox) {

        @AssertTrue(message = "takes entity and value, or outbox") boolean isOfOneKind() {
            return outbox == null ? entity != null && value != null : entity == null && value == null;
        }
    }

    /**
     * An outbox.
     *
     * @param source the service that speaks, such as /user-service
     * @param events the Avro records, one for each type that a row may have: the simple name of its record
     */
    public record Outbox(@NotBlank String source, @NotEmpty List<Class<?>> events) {}
}
