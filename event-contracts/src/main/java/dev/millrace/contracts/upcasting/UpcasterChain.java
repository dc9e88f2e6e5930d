package dev.millrace.contracts.upcasting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericRecord;

/** Leads every version of one record up to the current one; one that would not is never made. */
final class UpcasterChain {

    private final SchemaVersions versions;
    private final Map<Integer, Upcaster> upcasters = new HashMap<>();

    /** Fails with an {@link IllegalStateException} that says what is wrong with the chain. */
    UpcasterChain(SchemaVersions versions, List<Upcaster> upcasters) {
        this.versions = versions;
        upcasters.forEach(this::add);
        for (var version = 1; version < versions.current(); version++) {
            refuseGapAfter(version);
        }
    }

    boolean isOld(Schema written) {
        var version = versions.versionOf(written);
        return version > 0 && version < versions.current();
    }

    Schema current() {
        return versions.schema(versions.current());
    }

    GenericRecord upcast(GenericRecord written) {
        var version = versions.versionOf(written.getSchema());
        var record = written;
        while (version < versions.current()) {
            var upcaster = upcasters.getOrDefault(version, resolution(version));
            record = upcaster.step().upcast(record, versions.schema(upcaster.to()));
            version = upcaster.to();
        }
        return record;
    }

    private Upcaster resolution(int version) {
        return new Upcaster(versions.type(), version, version + 1, Resolution::resolve);
    }

    private void add(Upcaster upcaster) {
        var from = upcaster.from();
        var to = upcaster.to();
        if (to <= from) {
            throw broken("one leads from version %d back to %d, which never ends".formatted(from, to));
        }
        if (from < 1 || to > versions.current()) {
            throw broken("one leads from version %d to %d, but versions 1 to %d are kept"
                    .formatted(from, to, versions.current()));
        }
        if (upcasters.putIfAbsent(from, upcaster) != null) {
            throw broken("two of them lead on from version %d".formatted(from));
        }
    }

    private void refuseGapAfter(int version) {
        if (!upcasters.containsKey(version) && !reads(versions.schema(version + 1), versions.schema(version))) {
            throw broken("none leads on from version %d, and Avro alone can't read it as version %d"
                    .formatted(version, version + 1));
        }
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private IllegalStateException broken(String why) {
        return new IllegalStateException("The upcasters of %s are not a chain: %s".formatted(versions.type(), why));
    }
}
