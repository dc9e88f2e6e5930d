package dev.millrace.orderservice.ordering;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready while results reach the requests that wait for them. */
@Component("results")
final class ResultsHealth implements HealthIndicator {

    private final ResultReader results;

    ResultsHealth(ResultReader results) {
        this.results = results;
    }

    @Override
    public Health health() {
        return (results.isPositioned() ? Health.up() : Health.outOfService()).build();
    }
}
