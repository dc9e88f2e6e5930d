package dev.millrace.users.directory;

import static dev.millrace.local.engines.Engine.POSTGRESQL;

import dev.millrace.local.engines.TestEngines;
import dev.millrace.users.UserServiceApplication;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The whole service over the real database, on a free port. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = UserServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "millrace.logs.enabled=false")
@ContextConfiguration(initializers = UserServiceTest.OnTestEngines.class)
@interface UserServiceTest {

    final class OnTestEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestEngines.start(POSTGRESQL).database("users");
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }
}
