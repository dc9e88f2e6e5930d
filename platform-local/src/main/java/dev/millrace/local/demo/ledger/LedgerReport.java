package dev.millrace.local.demo.ledger;

import dev.millrace.local.demo.drive.Driver.Driven;
import dev.millrace.local.demo.drive.Outcome;
import java.io.PrintStream;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Prints a ledger for people. */
public final class LedgerReport {

    private static final int DIFFERENCES_SHOWN = 50;

    private final PrintStream out;

    public LedgerReport(PrintStream out) {
        this.out = out;
    }

    public void print(Driven driven, Ledger ledger) {
        commands(driven);
        accounts(ledger);
        line("unreadable records in topics", ledger.garbage());
        logs(ledger);
        verdict(driven, ledger);
    }

    private void commands(Driven driven) {
        var outcomes = driven.outcomes();
        var refusals = outcomes.stream()
                .filter(Outcome.Refused.class::isInstance)
                .map(Outcome.Refused.class::cast)
                .collect(Collectors.groupingBy(Outcome.Refused::reason, TreeMap::new, Collectors.counting()));
        long skipped = count(driven, Outcome.Skipped.class);
        out.printf("%nLedger%n");
        line("customers", driven.customers().size());
        line("commands sent", outcomes.size() - skipped);
        line("  accepted", count(driven, Outcome.Accepted.class));
        line("  refused", count(driven, Outcome.Refused.class));
        refusals.forEach((reason, count) -> line("    " + reason, count));
        line("  without an answer", count(driven, Outcome.Failed.class));
        line("not sent, as the order was refused", skipped);
    }

    private static long count(Driven driven, Class<? extends Outcome> kind) {
        return driven.outcomes().stream().filter(kind::isInstance).count();
    }

    private void line(String what, long count) {
        out.printf("  %-36s %10d%n", what, count);
    }

    private void accounts(Ledger ledger) {
        out.printf("%n  %-36s %10s %10s %12s%n", "", "expected", "found", "differences");
        ledger.accounts()
                .forEach(account -> out.printf(
                        "  %-36s %10d %10d %12d%n",
                        account.place(),
                        account.expected(),
                        account.found(),
                        account.differences().size()));
    }

    private void logs(Ledger ledger) {
        out.printf("%n  %-36s %10s %10s %10s %10s%n", "log lines", "written", "shipped", "dropped", "indexed");
        ledger.logs()
                .forEach(lines ->
                        logLine(lines.service(), lines.written(), lines.shipped(), lines.dropped(), lines.indexed()));
        Function<ToLongFunction<LogLines>, Long> sum =
                field -> ledger.logs().stream().mapToLong(field).sum();
        logLine(
                "all",
                sum.apply(LogLines::written),
                sum.apply(LogLines::shipped),
                sum.apply(LogLines::dropped),
                sum.apply(LogLines::indexed));
    }

    private void logLine(String name, long written, long shipped, long dropped, long indexed) {
        out.printf("  %-36s %10d %10d %10d %10d%n", name, written, shipped, dropped, indexed);
    }

    private void verdict(Driven driven, Ledger ledger) {
        out.println();
        driven.failures()
                .forEach(failure ->
                        out.println("  customer " + failure.customer().id() + ": " + failure.why()));
        driven.outcomes().stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .limit(DIFFERENCES_SHOWN)
                .forEach(failed -> out.println("  order " + failed.step().orderId() + ": " + failed.why()));
        var differences = ledger.differences();
        differences.stream().limit(DIFFERENCES_SHOWN).forEach(difference -> out.println("  " + difference));
        if (differences.size() > DIFFERENCES_SHOWN) {
            out.println("  and " + (differences.size() - DIFFERENCES_SHOWN) + " more");
        }
        out.println(
                balances(driven, ledger)
                        ? "The ledger balances: everything that was accepted is everywhere, once."
                        : "The ledger does NOT balance.");
    }

    /** Whether everything was answered and every place agrees. */
    public static boolean balances(Driven driven, Ledger ledger) {
        return driven.failures().isEmpty() && count(driven, Outcome.Failed.class) == 0 && ledger.balances();
    }
}
