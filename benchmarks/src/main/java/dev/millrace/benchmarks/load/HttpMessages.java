package dev.millrace.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The HTTP/1.1 messages of one direction of a connection: first lines are read, headers and bodies only passed over. */
final class HttpMessages {

    private static final int LONGEST_LINE = 8 * 1024;

    private final InputStream in;
    private boolean last;

    HttpMessages(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** Reads a whole message, and returns its first line. */
    String next() throws IOException {
        var first = readLine();
        var length = 0L;
        var chunked = false;
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(valueOf(header));
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = valueOf(header).equals("chunked");
            } else if (header.startsWith("connection:")) {
                last = valueOf(header).equals("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return first;
    }

    /** Whether the message just read announced that it is the last one. */
    boolean areOver() {
        return last;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(readLine(), 16);
            in.skipNBytes(size + 2L);
        } while (size > 0);
    }

    private String readLine() throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("the other side hung up, or never ends its line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private static String valueOf(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }
}
