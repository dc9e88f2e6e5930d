package dev.millrace.local.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The text form of keys and certificates which Kafka and OpenSSL read. */
final class Pem {

    static final String KEY = "PRIVATE KEY";
    static final String CERTIFICATE = "CERTIFICATE";

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));

    private Pem() {}

    static String encode(String label, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(label, LINES.encodeToString(content));
    }

    /** Every block of that label, in the order of the text. */
    static List<byte[]> decode(String label, String text) {
        return Pattern.compile("-----BEGIN %1$s-----([^-]+)-----END %1$s-----".formatted(label))
                .matcher(text)
                .results()
                .map(block -> Base64.getMimeDecoder().decode(block.group(1)))
                .toList();
    }
}
