package dev.millrace.orderservice.deciding;

import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Another process has what this instance may share with nobody. */
final class SameInstance extends RuntimeException {

    private final String remedy;

    private SameInstance(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    static SameInstance over(String directory, Throwable cause) {
        return new SameInstance(
                "Another instance works on the state in %s".formatted(directory),
                "Give each instance a millrace.data-directory of its own.",
                cause);
    }

    static SameInstance at(HostInfo address) {
        return new SameInstance(
                "Another instance answers at %s:%d".formatted(address.host(), address.port()),
                "Give each instance a spring.kafka.streams.properties.application.server of its own, at which the others reach it.",
                null);
    }

    String remedy() {
        return remedy;
    }
}
