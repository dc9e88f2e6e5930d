package dev.millrace.logs;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service that keeps the logs of all services. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class LogAggregator {

    static void main(String[] args) {
        SpringApplication.run(LogAggregator.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
