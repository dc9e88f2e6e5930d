package dev.millrace.contracts.upcasting;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads what was written with an old version of a record as the record that it would be today. */
final class UpcastingReader implements DatumReader<SpecificRecord> {

    private final GenericDatumReader<GenericRecord> old;
    private final UpcasterChain chain;
    private final DatumReader<SpecificRecord> current;

    UpcastingReader(Schema written, UpcasterChain chain, DatumReader<SpecificRecord> current) {
        this.old = new GenericDatumReader<>(written);
        this.chain = chain;
        this.current = current;
    }

    @Override
    public SpecificRecord read(@Nullable SpecificRecord reuse, Decoder in) throws IOException {
        return Resolution.resolve(chain.upcast(old.read(null, in)), current);
    }

    @Override
    public void setSchema(Schema written) {
        old.setSchema(written);
    }
}
