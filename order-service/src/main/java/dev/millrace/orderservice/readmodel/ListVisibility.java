package dev.millrace.orderservice.readmodel;

import dev.millrace.starter.http.ReadYourWrites;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets reads of the list wait until an order is in it as it was written. */
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
                .addPathPatterns("/orders", "/customers/*/spending", "/revenue");
    }
}
