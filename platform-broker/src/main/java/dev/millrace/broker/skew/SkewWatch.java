package dev.millrace.broker.skew;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.ControlRole;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Where the control role is: looks from time to time at how evenly records arrive. */
@Component
@ConditionalOnControl
final class SkewWatch implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(SkewWatch.class);

    private final ControlRole role;
    private final EndOffsets ends;
    private final SkewSettings settings;
    private final SkewMetric metric;
    private Arrivals arrivals = Arrivals.NONE;

    SkewWatch(ControlRole role, Admin admin, SkewSettings settings, SkewMetric metric) {
        this.role = role;
        this.ends = new EndOffsets(admin);
        this.settings = settings;
        this.metric = metric;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::look, settings.pollEvery());
    }

    /** A look that fails changes nothing. */
    private void look() {
        try {
            arrivals = role.isOurs() ? arrivals.followedBy(ends.now(), settings.polls()) : Arrivals.NONE;
            metric.measure(arrivals.skews(settings.leastRecords()));
        } catch (InterruptException _) { // the application stops
            Thread.currentThread().interrupt();
        } catch (AdminFailure e) {
            log.atWarn().addKeyValue("error.message", e.getMessage()).log("The topics can't be looked at now");
        }
    }
}
