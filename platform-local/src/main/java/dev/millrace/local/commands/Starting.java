package dev.millrace.local.commands;

import dev.millrace.local.settings.Ports;
import java.util.List;
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

    Session session(List<String> names) {
        return new Session(place.folders(), Ports.shiftedBy(portOffset), names, System.out);
    }
}
