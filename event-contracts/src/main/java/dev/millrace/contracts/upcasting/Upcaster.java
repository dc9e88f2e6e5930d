package dev.millrace.contracts.upcasting;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * One step up from an old version of a record, where Avro's own resolution can't go or would lose something.
 *
 * @param type the full name of the record
 */
public record Upcaster(String type, int from, int to, Step step) {

    /** Pure: it sees one record, with plain Avro values. */
    @FunctionalInterface
    public interface Step {

        GenericRecord upcast(GenericRecord older, Schema newer);
    }
}
