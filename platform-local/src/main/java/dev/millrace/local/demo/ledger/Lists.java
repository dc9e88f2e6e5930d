package dev.millrace.local.demo.ledger;

import dev.millrace.local.demo.ledger.Account.Entry;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Walks a service's cursor-paged list to its end, taking the field {@code id} and the version of each item. */
record Lists(Http http) {

    List<Entry> all(URI service, String path, String id) {
        var entries = new ArrayList<Entry>();
        var first = service.resolve(path + "?limit=100");
        for (var page = http.get(first); ; page = http.get(URI.create(first + "&cursor=" + cursor(page)))) {
            page.required("items")
                    .forEach(item -> entries.add(new Entry(
                            item.required(id).asString(),
                            item.required("version").asLong())));
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                return entries;
            }
        }
    }

    private static String cursor(tools.jackson.databind.JsonNode page) {
        return URLEncoder.encode(page.required("next").asString(), StandardCharsets.UTF_8);
    }
}
