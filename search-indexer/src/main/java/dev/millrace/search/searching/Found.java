package dev.millrace.search.searching;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.millrace.search.documents.UserDocument;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user or an order that was found.
 *
 * @param score how well it fits; null where nothing was asked
 * @param fields the document
 * @param customer who placed the order, as they are called now; null for a guest and for one who is gone
 * @param highlights where the words were found, by field
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Found(
        String type,
        UUID id,
        String title,
        @Nullable Double score,
        Object fields,
        @Nullable Customer customer,
        Map<String, List<String>> highlights) {

    /** Who placed an order. */
    record Customer(String name, String email) {

        static Customer of(UserDocument user) {
            return new Customer(user.name(), user.email());
        }
    }
}
