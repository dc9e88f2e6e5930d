package dev.millrace.kubernetes;

/** Somebody who calls somebody at a port of theirs. */
record Call(String from, String to, int port) implements Comparable<Call> {

    @Override
    public int compareTo(Call other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s -> %s:%d".formatted(from, to, port);
    }
}
