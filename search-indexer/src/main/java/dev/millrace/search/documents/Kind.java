package dev.millrace.search.documents;

/** What can be searched for. */
public enum Kind {
    USER("users"),
    ORDER("orders");

    private final String index;

    Kind(String index) {
        this.index = index;
    }

    /** The alias that its documents are written to and read from. */
    public String index() {
        return index;
    }
}
