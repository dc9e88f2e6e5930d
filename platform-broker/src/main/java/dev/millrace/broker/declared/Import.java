package dev.millrace.broker.declared;

/** Describes one kind of thing that a cluster has as its file would declare it. */
public interface Import {

    /** What is described, in the plural: the name of the file. */
    String name();

    /** As of now. */
    Imported imported();
}
