package dev.millrace.broker;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Kafka in this process and keeps its topics as declared. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class BrokerApplication {

    public static void main(String... args) {
        KafkaExit.endsTheProcess();
        try {
            SpringApplication.run(BrokerApplication.class, args);
        } catch (RuntimeException
                | Error _) { // already reported; without this, a thread of Kafka could keep the process alive
            System.exit(1);
        }
    }
}
