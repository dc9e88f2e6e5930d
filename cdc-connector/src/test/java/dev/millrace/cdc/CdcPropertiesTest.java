package dev.millrace.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import dev.millrace.cdc.CaptureProperties.Database;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.users.changes.UserChange;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class CdcPropertiesTest {

    @Test
    void takesCapturesOfDifferentNamesAndSlots() {
        assertThat(complaints(capture("users", "a"), capture("orders", "b"))).isEmpty();
    }

    @Test
    void refusesTwoCapturesOfOneName() {
        assertThat(complaints(capture("users", "a"), capture("users", "b")))
                .containsExactly("two captures may not share a name");
    }

    @Test
    void refusesTwoCapturesOfOneSlot() {
        assertThat(complaints(capture("users", "a"), capture("orders", "a")))
                .containsExactly("two captures of one database may not share a slot");
    }

    @Test
    void takesWhatTheEnvironmentAddsToACapture() throws IOException {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.replace(
                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new SystemEnvironmentPropertySource(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("MILLRACE_CDC_CAPTURES_USERS_DATABASE_URL", "jdbc:postgresql://db/users")));
        var file = new ClassPathResource("application.yml");
        new YamlPropertySourceLoader().load("defaults", file).forEach(sources::addLast);
        var properties = Binder.get(environment).bind("millrace.cdc", CdcProperties.class);
        assertThat(properties.get().all()).singleElement().satisfies(users -> {
            assertThat(users.database()).hasToString("cdc_connector at jdbc:postgresql://db/users");
            assertThat(users.slot()).isEqualTo("millrace_users");
        });
    }

    private static List<String> complaints(CaptureProperties first, CaptureProperties second) {
        try (var validators = Validation.buildDefaultValidatorFactory()) {
            var properties = new CdcProperties(Map.of("first", first, "second", second), "cdc.offsets");
            return validators.getValidator().validate(properties).stream()
                    .map(ConstraintViolation::getMessage)
                    .toList();
        }
    }

    private static CaptureProperties capture(String name, String slot) {
        return new CaptureProperties(
                name,
                new Database("jdbc:postgresql://localhost/users", "nobody", null),
                slot,
                "publication",
                List.of(new Table("public.users", "db-changes.users", "User", UserChange.class, null)),
                List.of(),
                List.of(),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                null);
    }
}
