package dev.millrace.starter.http;

/** What the reads of a view show by now. */
@FunctionalInterface
public interface Visibility {

    /** Whether they show that version of the entity, or a later one; asked again and again while a read waits. */
    boolean shows(ConsistencyToken token) throws Exception;
}
