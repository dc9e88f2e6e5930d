package dev.millrace.local.screen;

import dev.millrace.local.LocalPlatform;
import java.io.PrintStream;
import java.time.Duration;
import java.util.TreeMap;

/** What one can do now that everything is up. */
public final class Welcome {

    private static final int ALL_SERVICES = 5;

    private final PrintStream out;

    public Welcome(PrintStream out) {
        this.out = out;
    }

    public void print(LocalPlatform platform, Duration took) {
        var bytes =
                platform.memory().values().stream().mapToLong(Long::longValue).sum();
        out.printf(
                "%nMillrace is up after %s s and holds %d MB of memory (shared pages counted once).%n%n",
                Units.seconds(took), Units.megabytes(bytes));
        new TreeMap<>(platform.services()).forEach((name, uri) -> out.printf("  %-16s %s/docs%n", name, uri));
        if (platform.services().size() == ALL_SERVICES) {
            out.printf("  %-16s %s (log in as in %s)%n", "kafka", platform.kafka(), platform.kafkaOperatorFile());
            out.printf("  %-16s %s%n", "schema-registry", platform.schemaRegistry());
            out.printf("  %-16s %s%n", "elasticsearch", platform.elasticsearch());
            out.println(suggestions(platform));
        }
    }

    private static String suggestions(LocalPlatform platform) {
        return """

                Place an order, read it, find it, and see what was logged on its way:

                  curl -i -X PUT %1$s/orders/00000000-0000-7000-8000-000000000001 -H 'Content-Type: application/json' \\
                    -d '{"lines":[{"sku":"22423","quantity":2,"unitPrice":{"amount":12.75,"currency":"GBP"}}]}'
                  curl %1$s/orders/00000000-0000-7000-8000-000000000001
                  curl '%2$s/search?q=22423&type=order'
                  curl '%3$s/logs?service=order-service'

                Stop with Ctrl-C or ./run stop; read a log with ./run logs NAME.
                """.formatted(
                        platform.services().get("order-service"),
                        platform.services().get("search-indexer"),
                        platform.services().get("log-aggregator"));
    }
}
