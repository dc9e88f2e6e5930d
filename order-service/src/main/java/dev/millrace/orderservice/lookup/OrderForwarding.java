package dev.millrace.orderservice.lookup;

import dev.millrace.orderservice.deciding.OrderLocation;
import dev.millrace.orderservice.deciding.OrderLocations;
import dev.millrace.starter.outages.OutageException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands reads of an order on to the instance that decides it. While that one can't be reached, an instance that keeps a copy answers, and
 * says so.
 */
@Component
@Order(0)
final class OrderForwarding implements WebMvcConfigurer, HandlerInterceptor {

    /** On a request between instances: whose answer is wanted, so that it is handed on once. */
    static final String WANTED = "Order-Wanted-From";

    /** On an answer that may be behind by a moment. */
    static final String ANSWERED = "Order-Answered-From";

    static final String OWNER = "owner";
    static final String COPY = "copy";

    private static final Pattern PATH =
            Pattern.compile("/orders/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/.*)?");

    private final OrderLocations locations;
    private final Neighbours neighbours;

    OrderForwarding(OrderLocations locations, Neighbours neighbours) {
        this.locations = locations;
        this.neighbours = neighbours;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns("/orders/*", "/orders/*/events", "/orders/*/diff", "/orders/*/commands/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = PATH.matcher(request.getRequestURI());
        if (!HttpMethod.GET.matches(request.getMethod()) || !path.matches()) {
            return true;
        }
        var order = locations.of(UUID.fromString(path.group(1)));
        return order.isHere() || answersCopy(request, response, order);
    }

    private boolean answersCopy(HttpServletRequest request, HttpServletResponse response, OrderLocation order) {
        var wanted = request.getHeader(WANTED);
        if (wanted == null && forward(request, response, order.owner(), OWNER)) {
            return false;
        }
        if (order.hasCopyHere() && !OWNER.equals(wanted)) {
            response.setHeader(ANSWERED, COPY);
            return true;
        }
        if (wanted == null && order.copies().stream().anyMatch(copy -> forward(request, response, copy, COPY))) {
            return false;
        }
        throw new OutageException("No instance that has the order can be reached");
    }

    private boolean forward(HttpServletRequest request, HttpServletResponse response, HostInfo to, String wanted) {
        if (to.equals(HostInfo.unavailable())) {
            return false;
        }
        try {
            return neighbours.relay(request, response, to, wanted);
        } catch (IOException _) { // somebody else is asked
            return false;
        }
    }
}
