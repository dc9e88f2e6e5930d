package dev.millrace.benchmarks.cdc;

import java.util.regex.Pattern;

/** Rows of the table of users with consecutive numbers, which their ids are made of. */
record Rows(long first, int count) {

    private static final Pattern ID = Pattern.compile("00000000-0000-4000-8000-([0-9a-f]{12})");

    long end() {
        return first + count;
    }

    boolean contains(long row) {
        return row >= first && row < end();
    }

    int indexOf(long row) {
        return Math.toIntExact(row - first);
    }

    /** The number of the row that a record is about, whatever else is in its key; -1 if it is none of ours. */
    static long numberIn(String key) {
        var id = ID.matcher(key);
        return id.find() ? Long.parseLong(id.group(1), 16) : -1;
    }
}
