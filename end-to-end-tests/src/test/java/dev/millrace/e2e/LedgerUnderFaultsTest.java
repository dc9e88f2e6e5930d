package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.demo.drive.Driver;
import dev.millrace.local.demo.ledger.Auditor;
import dev.millrace.local.demo.shop.Plan;
import dev.millrace.local.demo.shop.RetailFile;
import dev.millrace.local.demo.shop.RetailShop;
import dev.millrace.local.demo.shop.SampleShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerUnderFaultsTest {

    private static final int ORDERS_AT_A_TIME = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Queue<String> victims = new ArrayDeque<>(
            List.of("order-service", "user-service", "cdc-connector", "search-indexer", "log-aggregator"));
    private final Queue<CompletableFuture<Void>> restarts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void balancesThoughEveryServiceIsKilledOnTheWay() throws InterruptedException {
        var plan = plan();
        int stride = (plan.customers().size() + plan.steps()) / (victims.size() + 1);
        var addresses = RunningPlatform.addresses();
        var driver =
                new Driver(addresses.service("order-service"), addresses.service("user-service"), ORDERS_AT_A_TIME);

        var driven = driver.drive(plan, () -> {
            if (done.incrementAndGet() % stride == 0) {
                killNext();
            }
        });
        restarts.forEach(CompletableFuture::join);

        assertThat(victims).isEmpty();
        assertThat(driven.failures()).isEmpty();
        try (var auditor = new Auditor(addresses)) {
            assertThat(auditor.balance(driven, PATIENCE).differences()).isEmpty();
        }
    }

    private synchronized void killNext() {
        var victim = victims.poll();
        if (victim != null) {
            RunningPlatform.get().kill(victim);
            restarts.add(CompletableFuture.runAsync(() -> RunningPlatform.get().restart(victim)));
        }
    }

    /** A real day where the data set is at hand, a made-up one elsewhere. */
    private static Plan plan() {
        var day = Path.of(System.getProperty("millrace.home"), "..", "shared", "data", "retail", "2010-12-01.csv");
        return RetailShop.plan(Files.exists(day) ? RetailFile.read(List.of(day)) : SampleShop.day(1, 400));
    }
}
