package dev.millrace.starter.logs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
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

    private static void count(MeterRegistry meters, String name, LogCounts counts, ToDoubleFunction<LogCounts> count) {
        FunctionCounter.builder(name, counts, count).register(meters);
    }
}
