package dev.millrace.starter.http;

/** The version of an entity as an entity tag. */
public final class ETag {

    private ETag() {}

    public static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
