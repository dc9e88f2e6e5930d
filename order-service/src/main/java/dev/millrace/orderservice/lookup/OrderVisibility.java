package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.orderservice.deciding.OrderLocations;
import dev.millrace.starter.http.ConsistencyToken;
import dev.millrace.starter.http.ReadYourWrites;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets reads of one order wait until the state store has the order as it was written. */
@Component
final class OrderVisibility implements WebMvcConfigurer {

    private final CurrentOrders orders;
    private final OrderLocations locations;

    OrderVisibility(CurrentOrders orders, OrderLocations locations) {
        this.orders = orders;
        this.locations = locations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new ReadYourWrites(this::shows))
                .addPathPatterns("/orders/*", "/orders/*/events", "/orders/*/diff", "/orders/*/commands/*");
    }

    /** Tokens of orders that are elsewhere are none of ours: the order that is asked for is here. */
    private boolean shows(ConsistencyToken token) {
        var location = locations.of(token.entity());
        return !location.isHere() && !location.hasCopyHere() || isFound(token);
    }

    private boolean isFound(ConsistencyToken token) {
        return orders.find(token.entity())
                .filter(order -> order.version() >= token.version())
                .isPresent();
    }
}
