package dev.millrace.local.demo.ledger;

import java.net.URI;
import org.apache.avro.Schema;

/** Schemas by id, from the registry's Confluent-compatible API. */
record Registry(Http http, URI address) {

    Schema schema(int id) {
        var answer = http.get(URI.create(address + "/schemas/ids/" + id));
        return new Schema.Parser().parse(answer.required("schema").asString());
    }
}
