package dev.millrace.search.searching;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.millrace.starter.http.Cursor;
import java.util.List;

/** In which order results come; ids tell apart what is alike otherwise, so that pages neither overlap nor leave out. */
enum Ranking {
    BEST_FIRST("_score") {
        @Override
        FieldValue parse(String value) {
            return FieldValue.of(Double.parseDouble(value));
        }
    },
    LATEST_FIRST("updatedAt") {
        @Override
        FieldValue parse(String value) {
            return FieldValue.of(Long.parseLong(value));
        }
    };

    private final String field;

    Ranking(String field) {
        this.field = field;
    }

    abstract FieldValue parse(String value);

    List<SortOptions> order() {
        return List.of(by(field, SortOrder.Desc), by("id", SortOrder.Asc));
    }

    List<FieldValue> after(Cursor cursor) {
        try {
            return List.of(
                    parse(cursor.position().getFirst()),
                    FieldValue.of(cursor.position().getLast()));
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }

    static Cursor position(Hit<?> hit) {
        return Cursor.at(hit.sort().stream().map(FieldValue::_get).toArray());
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(sort -> sort.field(by -> by.field(field).order(order)));
    }
}
