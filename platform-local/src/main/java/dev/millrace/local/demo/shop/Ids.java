package dev.millrace.local.demo.shop;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/** Ids that follow from names (UUID version 5), so that every run of the demo speaks of the same orders and customers. */
final class Ids {

    private static final UUID MILLRACE = UUID.fromString("6f2ad1c2-6a0c-5d6b-9a3e-0d4f1f8f7a11");

    private Ids() {}

    static UUID of(String kind, String name) {
        return Generators.nameBasedGenerator(MILLRACE).generate(kind + "/" + name);
    }
}
