package dev.millrace.starter.logs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Tells what became of a service's log lines. */
@AutoConfiguration
final class LogsAutoConfiguration {

    @Bean
    MeterBinder logCounts() {
        return meters -> LogShipping.appender().map(LogShippingAppender::counts).ifPresent(counts -> {
            count(meters, "millrace.logs.written", counts, LogCounts::written);
            count(meters, "millrace.logs.shipped", counts, LogCounts::shipped);
            count(meters, "millrace.logs.dropped", counts, LogCounts::dropped);
        });
    }

    /** Tells which lines in the log are this instance's. */
    @Bean
    InfoContributor logInstance() {
        return info -> LogShipping.appender()
                .map(LogShippingAppender::instance)
                .ifPresent(instance -> info.withDetail("service", Map.of("node", Map.of("name", instance))));
    }

    private static void count(MeterRegistry meters, String name, LogCounts counts, ToDoubleFunction<LogCounts> count) {
        FunctionCounter.builder(name, counts, count).register(meters);
    }
}
