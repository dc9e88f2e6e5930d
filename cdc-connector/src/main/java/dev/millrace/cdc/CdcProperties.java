package dev.millrace.cdc;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this service captures.
 *
 * @param captures by the word that further settings add to them with, such as {@code captures.users.database.password}
 * @param positionsTopic compacted, one partition
 */
@Validated
@ConfigurationProperties("millrace.cdc")
public record CdcProperties(
        @NotEmpty @DefaultValue Map<String, @NotNull @Valid CaptureProperties> captures,
        @NotBlank @DefaultValue("cdc.offsets") String positionsTopic) {

    public CdcProperties {
        captures = Map.copyOf(captures);
    }

    public List<CaptureProperties> all() {
        return List.copyOf(captures.values());
    }

    public Optional<CaptureProperties> named(String name) {
        return captures.values().stream()
                .filter(capture -> capture.name().equals(name))
                .findAny();
    }

    @AssertTrue(message = "two captures may not share a name") boolean isEachNameTakenOnce() {
        return distinct(captures.values().stream().map(CaptureProperties::name));
    }

    /** A slot belongs to the whole server, so the same name serves on two of them. */
    @AssertTrue(message = "two captures of one database may not share a slot") boolean isEachSlotTakenOnce() {
        return distinct(captures.values().stream().map(capture -> capture.slot() + " of " + capture.database()));
    }

    private boolean distinct(Stream<String> values) {
        return values.distinct().count() == captures.size();
    }
}
