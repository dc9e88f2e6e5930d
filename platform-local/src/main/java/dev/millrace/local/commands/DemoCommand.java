package dev.millrace.local.commands;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.demo.Demo;
import dev.millrace.local.demo.ledger.Addresses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Starts everything, drives orders through it, and balances the ledger.")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Starting starting = new Starting();

    @Option(
            names = "--orders",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Retail files in the order of their days; without any, a sample shop is made up.")
    private List<Path> orders = new ArrayList<>();

    @Option(names = "--exit", description = "Stops everything after the ledger.")
    private boolean exit;

    @Override
    public Integer call() throws Exception {
        var demo = Demo.of(orders, System.out, Terminal.isThere());
        return starting.session(List.of()).run(platform -> demo.run(addresses(platform)), exit);
    }

    private static Addresses addresses(LocalPlatform platform) {
        return new Addresses(
                platform.kafkaAs("ledger"), platform.schemaRegistry(), platform.elasticsearch(), platform.services());
    }
}
