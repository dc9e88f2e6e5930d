package dev.millrace.broker.declared;

import java.util.List;

/** One kind of thing that a file declares and a cluster has. */
public interface Declaration {

    /** What is declared, in the plural. */
    String name();

    /** As of now; empty when the cluster is as declared. */
    List<? extends Difference> differences();

    /**
     * Brings the cluster to what is declared.
     *
     * @param consent whether to delete, too
     * @throws dev.millrace.broker.StartRefused when somebody has to decide something first
     */
    void apply(boolean consent);
}
