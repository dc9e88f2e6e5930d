package dev.millrace.local.commands;

import dev.millrace.local.RunningPlatform;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "certs",
        description = "The certificates of a running cluster.",
        subcommands = CertsCommand.Rotate.class)
final class CertsCommand {

    @Command(name = "rotate", description = "Gives every broker a new certificate, without a restart.")
    static final class Rotate implements Callable<Integer> {

        @Mixin
        private Place place = new Place();

        @Override
        public Integer call() throws Exception {
            RunningPlatform.of(place.folders()).renewCertificates();
            System.out.println("Every broker has a new certificate, and uses it from the next connection on.");
            return 0;
        }
    }
}
