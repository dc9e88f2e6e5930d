package dev.millrace.local.platform;

import dev.millrace.local.processes.Death;

/** Is told what becomes of components, from several threads. */
@FunctionalInterface
public interface Observer {

    /** For whoever does not want to know. */
    Observer NOBODY = (component, state) -> {};

    void changed(Component component, State state);

    /** A component whose work others do meanwhile has ended although nobody asked it to; it is started again. */
    default void reviving(Component component, Death death) {}

    /** It did not start; the platform goes on without it. */
    default void lost(Component component, StartFailed reason) {}
}
