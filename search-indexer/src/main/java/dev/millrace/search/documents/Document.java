package dev.millrace.search.documents;

import java.util.UUID;

/** Something that can be found. */
public sealed interface Document permits OrderDocument, UserDocument {

    UUID id();

    /** Of the user or order; the index never lets an older version replace a newer one. */
    long version();
}
