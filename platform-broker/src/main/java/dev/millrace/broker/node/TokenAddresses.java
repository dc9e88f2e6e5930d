package dev.millrace.broker.node;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where tokens and their keys may be fetched from: Kafka asks for a word from outside its own settings, and this is the operator's. */
final class TokenAddresses {

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private TokenAddresses() {}

    static synchronized void allow(String url) {
        var allowed = Arrays.stream(System.getProperty(ALLOWED, "").split(",")).filter(each -> !each.isBlank());
        System.setProperty(
                ALLOWED, Stream.concat(allowed, Stream.of(url)).distinct().collect(Collectors.joining(",")));
    }

    /** Those that the operator has configured. */
    static void allow(NodeSettings settings) {
        settings.listeners().values().stream()
                .flatMap(listener -> listener.kafka().entrySet().stream())
                .filter(setting -> setting.getKey().startsWith("sasl.oauthbearer.")
                        && setting.getKey().endsWith(".url"))
                .forEach(setting -> allow(setting.getValue()));
    }
}
