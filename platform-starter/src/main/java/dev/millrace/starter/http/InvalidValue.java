package dev.millrace.starter.http;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** What is wrong with which field or parameter of a request. */
record InvalidValue(String field, @Nullable String message) {

    static List<InvalidValue> listOf(Errors errors) {
        return errors.getAllErrors().stream()
                .map(error -> new InvalidValue(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        error.getDefaultMessage()))
                .toList();
    }

    static List<InvalidValue> listOf(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(InvalidValue::of)
                .toList();
    }

    private static Stream<InvalidValue> of(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return listOf(errors).stream();
        }
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream()
                .map(MessageSourceResolvable::getDefaultMessage)
                .map(message -> new InvalidValue(name, message));
    }
}
