package dev.millrace.local.commands;

import dev.millrace.local.settings.Ports;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a platform is started. */
final class Starting {

    @Mixin
    private Place place = new Place();

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "0",
            description = "Added to every port, so that several platforms can run side by side.")
    private int portOffset;

    @Option(
            names = "--brokers",
            paramLabel = "N",
            description = "How many brokers a new platform gets, 1 (default) or 3; fixed by the first start.")
    private @Nullable Integer brokers;

    Session session(List<String> names) {
        return new Session(place.folders(), Ports.shiftedBy(portOffset), brokers(), names, System.out);
    }

    private OptionalInt brokers() {
        return brokers == null ? OptionalInt.empty() : OptionalInt.of(brokers);
    }
}
