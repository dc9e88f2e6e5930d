package dev.millrace.cdc;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Captures the changes of a PostgreSQL database into Kafka. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CdcConnectorApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CdcConnectorApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
