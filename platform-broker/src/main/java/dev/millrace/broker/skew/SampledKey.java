package dev.millrace.broker.skew;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.kafka.common.utils.Utils;

/**
 * A key that records have. Long ones are not kept whole, so that a sample has a bound; length and hash tell them apart.
 *
 * @param text readable: the string that it is in UTF-8, else its bytes, both shortened
 * @param length in bytes
 * @param hash what Kafka's default partitioner divides by the number of partitions
 */
record SampledKey(String text, int length, int hash) {

    private static final int CHARACTERS = 64;
    private static final int BYTES = CHARACTERS / 2;
    private static final String AND_SO_ON = "...";

    static SampledKey of(byte[] key) {
        return new SampledKey(text(key), key.length, Utils.toPositive(Utils.murmur2(key)));
    }

    /** Where Kafka's default partitioner puts it. */
    int partitionOf(int partitions) {
        return hash % partitions;
    }

    private static String text(byte[] key) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString();
            return text.chars().anyMatch(Character::isISOControl) ? hex(key) : shortened(text);
        } catch (CharacterCodingException _) { // no string
            return hex(key);
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS)) + AND_SO_ON;
    }

    private static String hex(byte[] key) {
        var shown = Math.min(key.length, BYTES);
        return "0x" + HexFormat.of().formatHex(key, 0, shown) + (shown < key.length ? AND_SO_ON : "");
    }
}
