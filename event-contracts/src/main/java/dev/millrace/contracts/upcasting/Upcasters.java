package dev.millrace.contracts.upcasting;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificRecord;

/** The chains of all records that have upcasters. */
public final class Upcasters {

    private final Map<String, UpcasterChain> chains = new HashMap<>();

    /** Fails with an {@link IllegalStateException} whose sentence names the gap, the double or the way back. */
    public Upcasters(List<Upcaster> upcasters) {
        upcasters.stream()
                .collect(groupingBy(Upcaster::type))
                .forEach((type, steps) -> chains.put(type, new UpcasterChain(SchemaVersions.kept(type), steps)));
    }

    /** A reader of what was written with a schema, made from readers that Avro's own resolution is enough for. */
    public DatumReader<SpecificRecord> readerOf(Schema written, Function<Schema, DatumReader<SpecificRecord>> plain) {
        var chain = chains.get(written.getFullName());
        return chain != null && chain.isOld(written)
                ? new UpcastingReader(written, chain, plain.apply(chain.current()))
                : plain.apply(written);
    }
}
