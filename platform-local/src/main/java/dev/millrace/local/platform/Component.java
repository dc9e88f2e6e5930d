package dev.millrace.local.platform;

import dev.millrace.local.processes.Program;
import dev.millrace.local.settings.Port;
import java.util.List;
import java.util.Set;

/** One process of the platform: how it is started, and how one sees that it serves. */
public interface Component {

    String name();

    /** Names of the components that have to be ready before this one starts. */
    default Set<String> needs() {
        return Set.of();
    }

    List<Port> ports();

    /** Whether others of its kind do its work while it is away. */
    default boolean isReplicated() {
        return false;
    }

    /** Whether its program lies on disk as it runs; where it does not, the first start unpacks it, which takes seconds. */
    default boolean isUnpacked() {
        return true;
    }

    /** Prepares what the process finds on disk, and tells how to start it. */
    Program program() throws Exception;

    /** Asks the process in its own protocol; an exception means no. */
    boolean isReady() throws Exception;

    /** What is left to do before others can use it; may be done again on every start. */
    default void equip() throws Exception {}
}
