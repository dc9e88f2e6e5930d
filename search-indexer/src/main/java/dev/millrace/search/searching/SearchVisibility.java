package dev.millrace.search.searching;

import static dev.millrace.search.documents.Kind.ORDER;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.json.JsonData;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import dev.millrace.starter.http.ConsistencyToken;
import dev.millrace.starter.http.ReadYourWrites;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets searches wait until they find an order as it was written, and not merely until it is indexed. */
@Component
final class SearchVisibility implements WebMvcConfigurer {

    private final ElasticsearchClient client;

    SearchVisibility(ElasticsearchClient client) {
        this.client = client;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ReadYourWrites(this::shows)).addPathPatterns("/search");
    }

    /** Without realtime it is answered from what was refreshed last, as a search is. */
    private boolean shows(ConsistencyToken token) throws IOException {
        var answer = ElasticsearchCall.answer(() -> client.mget(
                get -> get.index(ORDER.index()).ids(token.entity().toString()).realtime(false), JsonData.class));
        return answer.docs().stream()
                .filter(item -> item.isResult())
                .map(item -> item.result())
                .anyMatch(order -> isAtLeast(token.version(), order));
    }

    private static boolean isAtLeast(long version, GetResult<?> order) {
        var found = order.version();
        return order.found() && found != null && found >= version;
    }
}
