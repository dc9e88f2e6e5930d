package dev.millrace.logs;

import static dev.millrace.local.engines.Engine.ELASTICSEARCH;
import static dev.millrace.local.engines.Engine.KAFKA;
import static java.util.stream.Collectors.toMap;

import dev.millrace.local.engines.TestEngines;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** Tests the whole service on the real engines. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(
        classes = {LogAggregator.class, LogTopic.class},
        initializers = OnEngines.Addresses.class)
public @interface OnEngines {

    TestEngines ENGINES = TestEngines.start(KAFKA, ELASTICSEARCH);

    /** Tells the service where the engines are. */
    class Addresses implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(login())
                    .and(
                            "spring.kafka.bootstrap-servers=" + ENGINES.kafka(),
                            "spring.elasticsearch.uris=" + ENGINES.elasticsearch())
                    .applyTo(context);
        }

        private static Map<String, String> login() {
            return ENGINES.kafkaAs("log-aggregator").entrySet().stream()
                    .collect(toMap(
                            property -> "spring.kafka.properties." + property.getKey(),
                            property -> property.getValue().toString()));
        }
    }
}
