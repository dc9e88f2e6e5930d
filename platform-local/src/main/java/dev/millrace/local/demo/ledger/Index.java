package dev.millrace.local.demo.ledger;

import dev.millrace.local.demo.ledger.Account.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The documents of an Elasticsearch index: each id with its version. */
record Index(Http http, URI elasticsearch) {

    private static final int PAGE = 1000;

    List<Entry> all(String index) {
        http.get(elasticsearch.resolve("/" + index + "/_refresh"));
        var entries = new ArrayList<Entry>();
        for (var page = page(index, List.of()); !page.isEmpty(); page = page(index, sortOf(page.getLast()))) {
            page.forEach(hit -> entries.add(new Entry(
                    hit.required("_id").asString(), hit.required("_version").asLong())));
        }
        return entries;
    }

    private List<JsonNode> page(String index, List<Object> after) {
        var search = new HashMap<String, Object>(
                Map.of("size", PAGE, "version", true, "_source", false, "sort", List.of(Map.of("id", "asc"))));
        if (!after.isEmpty()) {
            search.put("search_after", after);
        }
        var answer = http.post(elasticsearch.resolve("/" + index + "/_search"), search);
        return List.copyOf(answer.required("hits").required("hits").values());
    }

    private static List<Object> sortOf(JsonNode hit) {
        return List.of(hit.required("sort").required(0).asString());
    }
}
