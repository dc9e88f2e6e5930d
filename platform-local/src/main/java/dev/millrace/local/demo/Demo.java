package dev.millrace.local.demo;

import dev.millrace.local.demo.drive.Driver;
import dev.millrace.local.demo.ledger.Addresses;
import dev.millrace.local.demo.ledger.Auditor;
import dev.millrace.local.demo.ledger.LedgerReport;
import dev.millrace.local.demo.shop.Plan;
import dev.millrace.local.demo.shop.RetailFile;
import dev.millrace.local.demo.shop.RetailShop;
import dev.millrace.local.demo.shop.SampleShop;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Drives a shop's days through a running platform and draws up the ledger. */
public final class Demo {

    /** The seed of the sample shop, for a demo without files. */
    private static final long SEED = 2026;

    private static final int SAMPLE_INVOICES = 300;
    private static final int ORDERS_AT_A_TIME = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Plan plan;
    private final PrintStream out;
    private final boolean terminal;

    private Demo(Plan plan, PrintStream out, boolean terminal) {
        this.plan = plan;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Reads everything that will be sent, before anything starts.
     *
     * @param files retail files in the order of their days; none for the sample shop
     * @throws IllegalArgumentException with a sentence for the user, if a file is none of a shop's
     */
    public static Demo of(List<Path> files, PrintStream out, boolean terminal) {
        var shop = files.isEmpty() ? SampleShop.day(SEED, SAMPLE_INVOICES) : RetailFile.read(files);
        shop.malformed().forEach(row -> out.println("Skipped " + row));
        if (!shop.malformed().isEmpty()) {
            out.printf(
                    "%d malformed rows skipped, %d taken%n",
                    shop.malformed().size(), shop.rows().size());
        }
        return new Demo(RetailShop.plan(shop), out, terminal);
    }

    /** @return whether everything that was accepted is everywhere, once */
    public boolean run(Addresses addresses) throws InterruptedException {
        int steps = plan.customers().size() + plan.steps();
        out.printf(
                "%nDriving %d customers and %d orders (%d commands)%n",
                plan.customers().size(), plan.orders().size(), plan.steps());
        var driver =
                new Driver(addresses.service("order-service"), addresses.service("user-service"), ORDERS_AT_A_TIME);
        var driven = driver.drive(plan, new ProgressBar(out, terminal, steps));
        try (var auditor = new Auditor(addresses)) {
            var ledger = auditor.balance(driven, PATIENCE);
            new LedgerReport(out).print(driven, ledger);
            return LedgerReport.balances(driven, ledger);
        }
    }
}
