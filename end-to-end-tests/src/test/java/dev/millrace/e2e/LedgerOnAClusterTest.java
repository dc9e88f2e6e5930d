package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.demo.drive.Driver;
import dev.millrace.local.demo.ledger.Addresses;
import dev.millrace.local.demo.ledger.Auditor;
import dev.millrace.local.demo.shop.RetailShop;
import dev.millrace.local.demo.shop.SampleShop;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform with three brokers. */
class LedgerOnAClusterTest {

    /** Not the common pool: the JVM needs that one to tell that a process has ended. */
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    private static final int ORDERS_AT_A_TIME = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path data;

    private static Folders folders;
    private static LocalPlatform platform;

    private final Queue<String> victims = new ArrayDeque<>(List.of("kafka-1", "kafka-2", "kafka-3"));
    private final Queue<CompletableFuture<Void>> restarts = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void start() {
        folders = new Folders(Path.of(System.getProperty("millrace.home")), data);
        platform = LocalPlatform.open(folders, Ports.free(), OptionalInt.of(3), List.of(), Observer.NOBODY);
        platform.start();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void takesEveryOrderWhileItsBrokersAreRestartedOneByOne() throws Exception {
        var restart = CompletableFuture.runAsync(LedgerOnAClusterTest::restartBrokers, THREADS);
        var customers = IntStream.range(0, ORDERS_AT_A_TIME)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> statusesOfOrdersUntil(restart), THREADS))
                .toList();
        restart.join();
        assertThat(customers)
                .flatMap(CompletableFuture::join)
                .hasSizeGreaterThan(100)
                .containsOnly(201);
    }

    private static void restartBrokers() {
        try {
            dev.millrace.local.RunningPlatform.of(folders).restartBrokers(System.out);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> statusesOfOrdersUntil(CompletableFuture<?> end) {
        var orders = new Api(addresses().service("order-service"));
        var statuses = new ArrayList<Integer>();
        while (!end.isDone()) {
            var order = Samples.guestOrder("placed during a restart");
            statuses.add(orders.put("/orders/" + UUID.randomUUID(), order).status());
        }
        return statuses;
    }

    @Test
    void balancesThoughEveryBrokerIsKilledOnTheWay() throws InterruptedException {
        var plan = RetailShop.plan(SampleShop.day(1, 300));
        int stride = (plan.customers().size() + plan.steps()) / (victims.size() + 1);
        var addresses = addresses();
        var done = new AtomicInteger();
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

    /** The next one falls only when the one before is back: of three copies, two have to be there. */
    private synchronized void killNext() {
        restarts.forEach(CompletableFuture::join);
        var victim = victims.poll();
        if (victim != null) {
            platform.kill(victim);
            restarts.add(CompletableFuture.runAsync(() -> platform.restart(victim), THREADS));
        }
    }

    private static Addresses addresses() {
        return new Addresses(
                platform.kafkaAs("ledger"), platform.schemaRegistry(), platform.elasticsearch(), platform.services());
    }
}
