package dev.millrace.cdc.status;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's health has a part of its own for each capture. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    CompositeHealthContributor captureHealthContributor(
            CdcProperties properties, CaptureStatuses statuses, Clock clock) {
        return CompositeHealthContributor.fromMap(properties.all().stream()
                .collect(Collectors.toMap(
                        CaptureProperties::name, capture -> new CaptureHealth(statuses.of(capture), capture, clock))));
    }
}
