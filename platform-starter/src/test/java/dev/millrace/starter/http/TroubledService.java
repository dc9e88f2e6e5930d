package dev.millrace.starter.http;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service in which everything that can go wrong with a request does. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(TroubledService.Controller.class)
class TroubledService {

    @Bean
    FilterRegistrationBean<Filter> guard() {
        Filter guard = (_, response, _) -> ((HttpServletResponse) response).sendError(403);
        var registration = new FilterRegistrationBean<>(guard);
        registration.addUrlPatterns("/guarded");
        return registration;
    }

    record Line(@Positive int quantity, BigDecimal price) {}

    record Order(@NotBlank String sku, List<@Valid Line> lines) {}

    @RestController
    static class Controller {

        @PostMapping("/orders")
        Map<String, BigDecimal> place(@Valid @RequestBody Order order) {
            return Map.of("price", order.lines().getFirst().price());
        }

        @GetMapping("/limited")
        int limited(@RequestParam @Max(100) int limit) {
            return limit;
        }

        @GetMapping("/found")
        String found(@RequestParam(required = false) @Nullable UUID id) {
            return id == null ? "all" : id.toString();
        }

        @GetMapping("/refused")
        void refused() {
            throw Problem.of(HttpStatus.CONFLICT, "already-placed", "Already placed", "The order exists.")
                    .with("reason", "ALREADY_PLACED");
        }

        @GetMapping("/away")
        void away() {
            throw new UncheckedIOException(new ConnectException("secret-host:5432"));
        }

        @GetMapping("/bug")
        void bug() {
            throw new IllegalStateException("secret");
        }
    }
}
