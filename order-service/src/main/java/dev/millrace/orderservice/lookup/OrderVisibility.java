package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.CurrentOrders;
import dev.millrace.starter.http.ConsistencyToken;
import dev.millrace.starter.http.ReadYourWrites;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets reads of one order wait until the state store has the order as it was written. */
@Component
final class OrderVisibility implements WebMvcConfigurer {

    private final CurrentOrders orders;

    OrderVisibility(CurrentOrders orders) {
        this.orders = orders;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new ReadYourWrites(this::shows))
                .addPathPatterns("/orders/*", "/orders/*/events", "/orders/*/diff");
    }

    private boolean shows(ConsistencyToken token) {
        return orders.find(token.entity())
                .filter(order -> order.version() >= token.version())
                .isPresent();
    }
}
