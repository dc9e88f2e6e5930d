package dev.millrace.logs.reading;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.util.NamedValue;
import dev.millrace.logs.lines.DailyIndex;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the lines of every run of every service, exactly and however many runs there were. */
@Component
final class Instances {

    private static final int PAGE = 1000;
    private static final String SERVICE = "service";
    private static final String INSTANCE = "instance";
    private static final String MAX_SEQUENCE = "maxSequence";

    private final ElasticsearchClient client;

    Instances(ElasticsearchClient client) {
        this.client = client;
    }

    List<InstanceLines> all() throws IOException {
        var all = new ArrayList<InstanceLines>();
        Map<String, FieldValue> after = Map.of();
        do {
            var page = page(after);
            page.buckets().array().stream().map(Instances::lines).forEach(all::add);
            after = page.afterKey();
        } while (!after.isEmpty());
        return all;
    }

    private CompositeAggregate page(Map<String, FieldValue> after) throws IOException {
        var answer = ElasticsearchCall.answer(() -> client.search(request(after), Void.class));
        var found = answer.aggregations().get(INSTANCE);
        return found == null ? CompositeAggregate.of(none -> none.buckets(b -> b.array(List.of()))) : found.composite();
    }

    private static SearchRequest request(Map<String, FieldValue> after) {
        return SearchRequest.of(search -> search.index(DailyIndex.ALIAS)
                .ignoreUnavailable(true)
                .size(0)
                .aggregations(
                        INSTANCE,
                        each -> each.composite(instances(after))
                                .aggregations(MAX_SEQUENCE, last -> last.max(max -> max.field("event.sequence")))));
    }

    private static CompositeAggregation instances(Map<String, FieldValue> after) {
        var instances = new CompositeAggregation.Builder()
                .size(PAGE)
                .sources(by(SERVICE, "service.name"), by(INSTANCE, "service.node.name"));
        return (after.isEmpty() ? instances : instances.after(after)).build();
    }

    private static NamedValue<CompositeAggregationSource> by(String name, String field) {
        return NamedValue.of(name, CompositeAggregationSource.of(by -> by.terms(terms -> terms.field(field))));
    }

    private static InstanceLines lines(CompositeBucket bucket) {
        var last = requireNonNull(bucket.aggregations().get(MAX_SEQUENCE)).max().value();
        return new InstanceLines(
                key(bucket, SERVICE), key(bucket, INSTANCE), bucket.docCount(), last == null ? 0 : last.longValue());
    }

    private static String key(CompositeBucket bucket, String name) {
        return requireNonNull(bucket.key().get(name)).stringValue();
    }
}
