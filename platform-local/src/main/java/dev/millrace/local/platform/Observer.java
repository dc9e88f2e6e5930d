package dev.millrace.local.platform;

/** Is told what becomes of components, from several threads. */
@FunctionalInterface
public interface Observer {

    /** For whoever does not want to know. */
    Observer NOBODY = (component, state) -> {};

    void changed(Component component, State state);
}
