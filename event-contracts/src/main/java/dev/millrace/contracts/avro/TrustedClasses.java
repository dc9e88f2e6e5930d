package dev.millrace.contracts.avro;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.util.ClassSecurityValidator;

/** Which classes Avro may load because a schema names them: by itself none, here records, enums and fixed types. */
public final class TrustedClasses {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), GenericContainer.class::isAssignableFrom));
    }

    private TrustedClasses() {}

    /** Once, however often it is called. */
    public static void trust() {}
}
