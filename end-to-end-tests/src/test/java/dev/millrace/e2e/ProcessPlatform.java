package dev.millrace.e2e;

import dev.millrace.local.LocalPlatform;
import java.net.URI;
import java.util.Map;

/** A platform as {@code ./run up} starts it. */
record ProcessPlatform(LocalPlatform platform) implements TestedPlatform {

    @Override
    public void start() {
        platform.start();
    }

    @Override
    public void stop() {
        platform.close();
    }

    @Override
    public Map<String, Object> kafkaAs(String user) {
        return platform.kafkaAs(user);
    }

    @Override
    public URI schemaRegistry() {
        return platform.schemaRegistry();
    }

    @Override
    public URI elasticsearch() {
        return platform.elasticsearch();
    }

    @Override
    public Map<String, URI> services() {
        return platform.services();
    }

    @Override
    public void kill(String component) {
        platform.kill(component);
    }

    @Override
    public void restart(String component) {
        platform.restart(component);
    }
}
