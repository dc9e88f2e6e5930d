package dev.millrace.search.searching;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import dev.millrace.search.documents.Document;
import dev.millrace.search.documents.Kind;
import dev.millrace.search.documents.OrderDocument;
import dev.millrace.search.documents.UserDocument;
import dev.millrace.search.searching.Found.Customer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document that fits a question. */
record Match(Document document, @Nullable Double score, Map<String, List<String>> highlights) {

    static Match of(Hit<JsonData> hit) {
        var type = hit.index().startsWith(Kind.USER.index()) ? UserDocument.class : OrderDocument.class;
        return new Match(requireNonNull(hit.source()).to(type), hit.score(), hit.highlight());
    }

    Stream<UUID> customerId() {
        return document instanceof OrderDocument order ? Stream.ofNullable(order.customerId()) : Stream.empty();
    }

    Found with(Map<UUID, UserDocument> customers) {
        return switch (document) {
            case UserDocument user -> new Found("user", user.id(), user.name(), score, user, null, highlights);
            case OrderDocument order ->
                new Found("order", order.id(), title(order), score, order, customer(customers), highlights);
        };
    }

    private @Nullable Customer customer(Map<UUID, UserDocument> customers) {
        return customerId()
                .flatMap(id -> Stream.ofNullable(customers.get(id)))
                .map(Customer::of)
                .findAny()
                .orElse(null);
    }

    /** The first product, and how many others there are. */
    static String title(OrderDocument order) {
        var names = order.descriptions().isEmpty() ? order.skus() : order.descriptions();
        return switch (names.size()) {
            case 0 -> "Order without lines";
            case 1 -> names.getFirst();
            default -> "%s and %d more".formatted(names.getFirst(), names.size() - 1);
        };
    }
}
