package dev.millrace.broker.declared;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Looks from time to time, where the control role is, whether the cluster is still as declared, and counts in what it is not. */
@Component
final class Drift implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Drift.class);

    private final List<Declaration> declarations;
    private final DeclaredSettings settings;
    private final ControlRole role;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    Drift(List<Declaration> declarations, DeclaredSettings settings, ControlRole role, MeterRegistry meters) {
        this.declarations = declarations;
        this.settings = settings;
        this.role = role;
        declarations.forEach(declaration -> Gauge.builder("millrace.drift", () -> counts.get(declaration.name()))
                .description("Differences between the cluster and what is declared")
                .tag("of", declaration.name())
                .register(meters));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, settings.checkEvery());
    }

    /** A look that fails leaves the counts as they were. */
    private void look() {
        try {
            if (role.isOurs()) {
                count();
            } else {
                counts.clear();
            }
        } catch (InterruptException _) { // the application stops
            Thread.currentThread().interrupt();
        } catch (AdminFailure e) {
            log.atWarn()
                    .addKeyValue("error.message", e.getMessage())
                    .log("The cluster can't be compared with what is declared now");
        }
    }

    private void count() {
        declarations.forEach(declaration ->
                counts.put(declaration.name(), declaration.differences().size()));
    }
}
