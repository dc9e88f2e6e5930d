package dev.millrace.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;
import org.springframework.util.StringUtils;

/** Adds the platform's defaults below everything that a service, its environment or its command line says. */
final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String DEFAULTS = "millrace-defaults.properties";
    private static final String LOGIN = "millrace-login.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        add(DEFAULTS, environment);
        if (StringUtils.hasText(environment.getProperty("millrace.kafka.password"))) {
            add(LOGIN, environment);
        }
    }

    private static void add(String file, ConfigurableEnvironment environment) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(file, new ClassPathResource(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
