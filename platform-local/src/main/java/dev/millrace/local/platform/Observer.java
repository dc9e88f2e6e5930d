package dev.millrace.local.platform;

import dev.millrace.local.processes.Death;

/** Is told what becomes of components, from several threads. */
@FunctionalInterface
public interface Observer {

    /** For whoever does not want to know. */
    Observer NOBODY = (component, state) -> {};

    void changed(Component component, State state);

    /**
     * A component has ended although nobody asked it to.
     *
     * @return whether the platform goes on without it
     */
    default boolean survives(Component component, Death death) {
        return false;
    }
}
