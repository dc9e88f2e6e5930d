package dev.millrace.starter.logs;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Puts the appender in place as soon as Spring Boot has set logging up, and lets it ship once the service has started, so
 * that the start stays fast, or has failed to. Logback's own end, which Spring Boot sees to, stops it again.
 */
final class LogShipping implements ApplicationListener<SpringApplicationEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        switch (event) {
            case ApplicationEnvironmentPreparedEvent prepared -> attach(prepared.getEnvironment());
            case ApplicationStartedEvent started ->
                ship(started.getApplicationContext().getEnvironment());
            case ApplicationFailedEvent failed
            when failed.getApplicationContext() != null ->
                ship(failed.getApplicationContext().getEnvironment());
            default -> {}
        }
    }

    static Optional<LogShippingAppender> appender() {
        return Optional.ofNullable((LogShippingAppender) rootLogger().getAppender(LogShippingAppender.NAME));
    }

    private static void attach(Environment environment) {
        appender().ifPresent(LogShipping::detach);
        var properties = Binder.get(environment).bindOrCreate("millrace.logs", LogShippingProperties.class);
        if (properties.enabled()) {
            var service = environment.getProperty("spring.application.name", "unnamed");
            var appender = new LogShippingAppender(service, properties);
            appender.setContext(rootLogger().getLoggerContext());
            appender.start();
            rootLogger().addAppender(appender);
        }
    }

    private static void detach(LogShippingAppender appender) {
        rootLogger().detachAppender(appender);
        appender.stop();
    }

    private static void ship(Environment environment) {
        appender().ifPresent(appender -> appender.shipTo(() -> LogProducer.of(environment)));
    }

    private static Logger rootLogger() {
        return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
