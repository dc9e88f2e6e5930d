package dev.millrace.logs.reading;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchRequest;
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
        var request = request(filter, limit, cursor);
        var answer = ElasticsearchCall.answer(() -> client.search(request, ObjectNode.class));
        return Page.of(answer.hits().hits(), limit, LogReader::position).map(Hit::source);
    }

    private static SearchRequest request(LogFilter filter, int limit, @Nullable String cursor) {
        var search = new SearchRequest.Builder()
                .index(DailyIndex.ALIAS)
                .ignoreUnavailable(true)
                .query(filter.query())
                .sort(NEWEST_FIRST)
                .size(limit + 1)
                .trackTotalHits(total -> total.enabled(false));
        return (cursor == null ? search : search.searchAfter(after(cursor))).build();
    }

    private static Cursor position(Hit<?> hit) {
        return Cursor.at(hit.sort().stream().map(FieldValue::_get).toArray());
    }

    private static List<FieldValue> after(String cursor) {
        var position = Cursor.parse(cursor, NEWEST_FIRST.size()).position();
        try {
            return List.of(
                    FieldValue.of(Long.parseLong(position.get(0))),
                    FieldValue.of(Long.parseLong(position.get(1))),
                    FieldValue.of(position.get(2)));
        } catch (NumberFormatException e) {
            throw Cursor.malformed();
        }
    }
}
