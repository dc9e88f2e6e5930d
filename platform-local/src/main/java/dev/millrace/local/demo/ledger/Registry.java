package dev.millrace.local.demo.ledger;

import java.net.URI;
import java.util.Optional;
import org.apache.avro.Schema;

/** Schemas by id, from the registry's Confluent-compatible API. */
record Registry(Http http, URI address) {

    /** Empty for an id that was never given out. */
    Optional<Schema> schema(int id) {
        return http.find(URI.create(address + "/schemas/ids/" + id))
                .map(answer ->
                        new Schema.Parser().parse(answer.required("schema").asString()));
    }
}
