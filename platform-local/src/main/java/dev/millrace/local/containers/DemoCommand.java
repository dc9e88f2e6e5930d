package dev.millrace.local.containers;

import dev.millrace.local.demo.Demo;
import dev.millrace.local.demo.ledger.Addresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Drives orders through the platform and balances the ledger.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--kafka", paramLabel = "HOST:PORT,...", required = true, description = "Where the brokers are.")
    private String kafka = "";

    @Option(names = "--client", paramLabel = "FILE", required = true, description = "How to log in there.")
    private Path client = Path.of("");

    @Option(names = "--registry", paramLabel = "URL", required = true, description = "Confluent-compatible API.")
    private URI registry = URI.create("");

    @Option(names = "--elasticsearch", paramLabel = "URL", required = true, description = "Where the index is.")
    private URI elasticsearch = URI.create("");

    @Option(names = "--service", paramLabel = "NAME=URL", required = true, description = "Where a service is.")
    private Map<String, URI> services = new HashMap<>();

    @Option(names = "--orders", arity = "1..*", paramLabel = "FILE", description = "Retail files; else one is made up.")
    private List<Path> orders = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        var balanced =
                Demo.of(orders, System.out, false).run(new Addresses(kafkaClient(), registry, elasticsearch, services));
        return balanced ? 0 : 1;
    }

    private Map<String, Object> kafkaClient() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(client)) {
            properties.load(reader);
        }
        var settings = new HashMap<String, Object>(Map.of("bootstrap.servers", kafka));
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
