package dev.millrace.local.demo.ledger;

import java.net.URI;
import java.util.Map;

/**
 * Where the parts of a running platform answer.
 *
 * @param kafka properties of a client that may read what is to be balanced
 * @param schemaRegistry the Confluent-compatible API
 * @param services every service that ships its log, by name
 */
public record Addresses(Map<String, Object> kafka, URI schemaRegistry, URI elasticsearch, Map<String, URI> services) {

    public URI service(String name) {
        var address = services.get(name);
        if (address == null) {
            throw new IllegalArgumentException("There is no service " + name + " among " + services.keySet());
        }
        return address;
    }
}
