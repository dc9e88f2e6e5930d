package dev.millrace.logs.reading;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.millrace.logs.lines.DailyIndex;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import dev.millrace.starter.http.Cursor;
import dev.millrace.starter.http.Page;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Finds lines, newest first. */
@Component
final class LogReader {

    /** The sequence puts lines of one instance and millisecond in order, the id tells those of two instances apart. */
    private static final List<SortOptions> NEWEST_FIRST = Stream.of("@timestamp", "event.sequence", "event.id")
            .map(field ->
                    SortOptions.of(sort -> sort.field(by -> by.field(field).order(SortOrder.Desc))))
            .toList();

    private final ElasticsearchClient client;

    LogReader(ElasticsearchClient client) {
        this.client = client;
    }

    Page<ObjectNode> find(LogFilter filter, int limit, @Nullable String cursor) throws IOException {
        var after = cursor == null ? List.<FieldValue>of() : after(Cursor.parse(cursor, NEWEST_FIRST.size()));
        var answer = ElasticsearchCall.answer(() -> client.search(
                search -> search.index(DailyIndex.ALIAS)
                        .ignoreUnavailable(true)
                        .query(filter.query())
                        .sort(NEWEST_FIRST)
                        .searchAfter(after)
                        .size(limit + 1)
                        .trackTotalHits(total -> total.enabled(false)),
                ObjectNode.class));
        return Page.of(answer.hits().hits(), limit, LogReader::position).map(Hit::source);
    }

    private static Cursor position(Hit<?> hit) {
        return Cursor.at(hit.sort().stream().map(FieldValue::_get).toArray());
    }

    private static List<FieldValue> after(Cursor cursor) {
        try {
            return List.of(
                    FieldValue.of(Long.parseLong(cursor.position().get(0))),
                    FieldValue.of(Long.parseLong(cursor.position().get(1))),
                    FieldValue.of(cursor.position().get(2)));
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }
}
