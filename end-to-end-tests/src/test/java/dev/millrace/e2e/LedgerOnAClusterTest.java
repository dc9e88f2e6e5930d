package dev.millrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.local.LocalPlatform;
import dev.millrace.local.demo.drive.Driver;
import dev.millrace.local.demo.drive.Driver.Driven;
import dev.millrace.local.demo.drive.Outcome;
import dev.millrace.local.demo.ledger.Addresses;
import dev.millrace.local.demo.ledger.Auditor;
import dev.millrace.local.demo.shop.Plan;
import dev.millrace.local.demo.shop.RetailShop;
import dev.millrace.local.demo.shop.SampleShop;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform with three brokers. */
@Tag("cluster")
class LedgerOnAClusterTest {

    /** Not the common pool: the JVM needs that one to tell that a process has ended. */
    private static final Executor THREADS = task -> Thread.ofPlatform().start(task);

    private static final int BROKERS = 3;

    /** As many as the suite has time for; by {@code -Dmillrace.faults} more of them. */
    private static final int FAULTS = Integer.getInteger("millrace.faults", 5);

    private static final int ORDERS_AT_A_TIME = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path data;

    private static Folders folders;
    private static LocalPlatform platform;

    private final AtomicInteger steps = new AtomicInteger();

    @BeforeAll
    static void start() {
        folders = new Folders(Path.of(System.getProperty("millrace.home")), data);
        platform = LocalPlatform.open(folders, Ports.free(), OptionalInt.of(BROKERS), List.of(), Observer.NOBODY);
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

    /** What may happen to one broker while the others go on. */
    private enum Fault {
        KILLED(LocalPlatform::kill, LocalPlatform::restart),
        PAUSED(LocalPlatform::pause, LocalPlatform::resume);

        private final BiConsumer<LocalPlatform, String> begin;
        private final BiConsumer<LocalPlatform, String> end;

        Fault(BiConsumer<LocalPlatform, String> begin, BiConsumer<LocalPlatform, String> end) {
            this.begin = begin;
            this.end = end;
        }
    }

    @Test
    void balancesThoughBrokersFailOnTheWay() throws InterruptedException {
        var addresses = addresses();
        var driver =
                new Driver(addresses.service("order-service"), addresses.service("user-service"), ORDERS_AT_A_TIME);
        var faults = CompletableFuture.runAsync(this::strike, THREADS);
        var driven = new ArrayList<Driven>();
        while (!faults.isDone()) {
            driven.add(driver.drive(day(driven.size()), steps::incrementAndGet));
        }
        faults.join();
        assertThat(driven).flatMap(Driven::failures).isEmpty();
        assertThat(driven).flatMap(Driven::outcomes).noneMatch(Outcome.Failed.class::isInstance);
        try (var auditor = new Auditor(addresses)) {
            for (var day : driven) {
                assertThat(auditor.balance(day, PATIENCE).differences()).isEmpty();
            }
        }
    }

    private static Plan day(int number) {
        return RetailShop.plan(SampleShop.day(number, 40));
    }

    private void strike() {
        var seed = Long.getLong("millrace.seed", System.nanoTime());
        System.out.printf("Faults of seed %d%n", seed);
        var random = new Random(seed);
        try (var admin = Admin.create(platform.kafkaAs("operator"))) {
            for (var fault = 1; fault <= FAULTS; fault++) {
                awaitProgress();
                awaitFullInSyncSets(admin);
                var broker = "kafka-" + random.nextInt(1, 4);
                var kind = Fault.values()[random.nextInt(Fault.values().length)];
                var away = strike(broker, kind);
                System.out.printf(
                        "%2d: %s %s, orders went on after %.1f s%n", fault, broker, kind, away.toMillis() / 1e3);
            }
        }
    }

    /** How long it took until orders were taken again without the broker, which is back by then. */
    private Duration strike(String broker, Fault kind) {
        var began = System.nanoTime();
        kind.begin.accept(platform, broker);
        awaitProgress();
        var away = Duration.ofNanos(System.nanoTime() - began);
        kind.end.accept(platform, broker);
        return away;
    }

    private void awaitProgress() {
        var before = steps.get();
        await().atMost(PATIENCE).until(() -> steps.get() > before + ORDERS_AT_A_TIME);
    }

    /** Of three copies, two have to be there. */
    private static void awaitFullInSyncSets(Admin admin) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                                .flatMap(topic -> topic.partitions().stream())
                                .allMatch(partition -> partition.isr().size() == BROKERS));
    }

    private static Addresses addresses() {
        return new Addresses(
                platform.kafkaAs("ledger"), platform.schemaRegistry(), platform.elasticsearch(), platform.services());
    }
}
