package dev.millrace.local.engines;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * What Elasticsearch's server reads from its standard input before anything else, in its own encoding
 * ({@code org.elasticsearch.bootstrap.ServerArgs}). When that input ends, because we have ended, so does the server.
 */
final class ElasticsearchArguments {

    private static final int KEYSTORE_FORMAT = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ElasticsearchArguments() {}

    static byte[] bytes(Map<String, String> nodeSettings, Path configuration, Path logs) {
        var arguments = new ElasticsearchArguments();
        arguments.no(); // runs in the foreground
        arguments.no(); // speaks to the console
        arguments.no(); // writes no file with its process id
        arguments.emptyKeystore();
        arguments.settings(nodeSettings);
        arguments.text(configuration.toString());
        arguments.text(logs.toString());
        return arguments.out.toByteArray();
    }

    private void emptyKeystore() {
        text("org.elasticsearch.common.settings.KeyStoreWrapper");
        out.writeBytes(ByteBuffer.allocate(4).putInt(KEYSTORE_FORMAT).array());
        no(); // has no password
        no(); // has no content
        number(0); // has no entries
        no(); // is not closed
    }

    private void settings(Map<String, String> settings) {
        number(settings.size());
        settings.forEach((name, value) -> {
            text(name);
            out.write(0); // a string follows
            text(value);
        });
    }

    private void no() {
        out.write(0);
    }

    private void number(int value) {
        var rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            out.write((rest & 0x7f) | 0x80);
        }
        out.write(rest);
    }

    /** The number of characters, then each by itself in UTF-8. */
    private void text(String text) {
        number(text.length());
        text.chars().forEach(this::character);
    }

    private void character(int c) {
        if (c < 0x80) {
            out.write(c);
        } else if (c < 0x800) {
            out.write(0xc0 | (c >> 6));
            out.write(0x80 | (c & 0x3f));
        } else {
            out.write(0xe0 | (c >> 12));
            out.write(0x80 | ((c >> 6) & 0x3f));
            out.write(0x80 | (c & 0x3f));
        }
    }
}
