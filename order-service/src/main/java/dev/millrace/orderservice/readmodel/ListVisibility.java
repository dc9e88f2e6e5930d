package dev.millrace.orderservice.readmodel;

import dev.millrace.starter.http.ReadYourWrites;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets reads of the list, and of what else PostgreSQL tells of an order, wait until it is in the list as it was written. */
@Component
final class ListVisibility implements WebMvcConfigurer {

    private final OrderReader reader;

    ListVisibility(OrderReader reader) {
        this.reader = reader;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new ReadYourWrites(token -> reader.version(token.entity()) >= token.version()))
                .addPathPatterns("/orders", "/orders/*/notifications", "/customers/*/spending", "/revenue");
    }
}
