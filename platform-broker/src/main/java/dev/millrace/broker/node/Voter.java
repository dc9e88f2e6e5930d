package dev.millrace.broker.node;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.raft.DynamicVoter;

/** A controller of the metadata quorum. */
record Voter(int nodeId, String host, int port) {

    /** @param written a node's id and where its controller listens, such as {@code 1@127.0.0.1:9093} */
    static Voter of(String written) {
        var at = written.indexOf('@');
        var colon = written.lastIndexOf(':');
        try {
            return new Voter(
                    Integer.parseInt(written.substring(0, at)),
                    written.substring(at + 1, colon),
                    Integer.parseInt(written.substring(colon + 1)));
        } catch (IndexOutOfBoundsException | NumberFormatException _) { // says less than this
            throw new IllegalArgumentException("%s is no controller, such as 1@127.0.0.1:9093".formatted(written));
        }
    }

    String address() {
        return host + ":" + port;
    }

    /**
     * The voter at the birth of its cluster. The nodes have to agree on the ids of each other's folders without having met, so
     * those follow from what they all know; a folder that is made later gets one of its own.
     */
    DynamicVoter atBirth(String clusterId) {
        var id = UUID.nameUUIDFromBytes("%s/%d".formatted(clusterId, nodeId).getBytes(StandardCharsets.UTF_8));
        return new DynamicVoter(
                new Uuid(id.getMostSignificantBits(), id.getLeastSignificantBits()), nodeId, host, port);
    }
}
