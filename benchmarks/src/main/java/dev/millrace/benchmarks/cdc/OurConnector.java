package dev.millrace.benchmarks.cdc;

import static java.util.Objects.requireNonNull;

import dev.millrace.contracts.Topics;
import dev.millrace.local.LocalPlatform;
import java.io.IOException;

/** cdc-connector as a platform runs it. */
record OurConnector(LocalPlatform platform, Rest captures) implements Connector {

    static final String SERVICE = "cdc-connector";
    private static final String CAPTURE = "/captures/users";

    static OurConnector on(LocalPlatform platform) throws IOException, InterruptedException {
        var connector = new OurConnector(
                platform, new Rest(requireNonNull(platform.services().get(SERVICE))));
        connector.awaitState("streaming");
        return connector;
    }

    private void awaitState(String state) throws IOException, InterruptedException {
        captures.await(CAPTURE, capture -> capture.path("state").asString().equals(state));
    }

    @Override
    public String topic() {
        return Topics.USER_CHANGES;
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        captures.tell("POST", CAPTURE + "/pause", "");
        awaitState("paused");
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        captures.tell("POST", CAPTURE + "/resume", "");
    }

    @Override
    public long memory() {
        return requireNonNull(platform.memory().get(SERVICE));
    }
}
