package dev.millrace.orderservice.ordering;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.millrace.orders.results.CommandRefused;
import dev.millrace.orderservice.domain.Refusal;
import dev.millrace.starter.http.Problem;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Refusals as problems: what is wrong in itself is 422, what the order's state forbids is 409. */
final class Refusals {

    private Refusals() {}

    static Problem problem(CommandRefused refused) {
        var refusal = Refusal.valueOf(refused.getReason());
        var slug = refusal == Refusal.UNKNOWN_ORDER ? "order-not-found" : words(refusal, "-");
        return Problem.of(status(refusal), slug, title(refusal), refused.getDetail())
                .with("reason", refusal)
                .with("orderId", refused.getOrderId())
                .with("commandId", refused.getCommandId())
                .with("version", refused.getVersion());
    }

    static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_ORDER -> NOT_FOUND;
            case STALE_VERSION -> PRECONDITION_FAILED;
            case ALREADY_CANCELLED,
                    ALREADY_PLACED,
                    ALREADY_SHIPPED,
                    NOTHING_TO_PAY,
                    NOT_PAID,
                    NOT_SHIPPED,
                    OVERPAYMENT,
                    RETURNS_MORE_THAN_SHIPPED,
                    SHIPS_MORE_THAN_LEFT -> CONFLICT;
            case COMMAND_ID_REUSED,
                    MIXED_CURRENCIES,
                    NEGATIVE_PRICE,
                    NON_POSITIVE_AMOUNT,
                    NON_POSITIVE_QUANTITY,
                    NO_LINES,
                    TOO_LARGE,
                    UNKNOWN_CUSTOMER,
                    UNKNOWN_SKU,
                    WRONG_CURRENCY -> UNPROCESSABLE_CONTENT;
        };
    }

    private static String title(Refusal refusal) {
        var words = words(refusal, " ");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String words(Refusal refusal, String separator) {
        return refusal.name().toLowerCase(Locale.ROOT).replace("_", separator);
    }
}
