package dev.millrace.local;

import dev.millrace.local.engines.Database;
import dev.millrace.local.jvm.JavaComponent;
import dev.millrace.local.platform.Component;
import dev.millrace.local.platform.DataFolder;
import dev.millrace.local.platform.Observer;
import dev.millrace.local.platform.Platform;
import dev.millrace.local.platform.Preconditions;
import dev.millrace.local.platform.Refused;
import dev.millrace.local.processes.Child;
import dev.millrace.local.processes.Death;
import dev.millrace.local.processes.Memory;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.services.Service;
import dev.millrace.local.settings.Brokers;
import dev.millrace.local.settings.Credentials;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Heaps;
import dev.millrace.local.settings.Ports;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** All engines and services as child processes of this one: the platform as {@code ./run up} starts it. */
public final class LocalPlatform implements AutoCloseable {

    private final DataFolder claim;
    private final List<String> leftovers;
    private final Lineup lineup;
    private final List<Component> components;
    private final Platform platform;

    private LocalPlatform(
            DataFolder claim, List<String> leftovers, Settings settings, List<String> names, Observer observer) {
        this.claim = claim;
        this.leftovers = leftovers;
        this.lineup = new Lineup(settings);
        this.components = lineup.components(names);
        this.platform = new Platform(settings.folders(), observer);
    }

    /**
     * Takes possession of a data folder and makes sure that a platform can start; starts nothing yet.
     *
     * @param brokers how many of them the user asks for
     * @param names components to start together with what they need; none for all of them
     * @throws Refused with a sentence for the user
     */
    public static LocalPlatform open(
            Folders folders, Ports ports, OptionalInt brokers, List<String> names, Observer observer) {
        var claim = DataFolder.claim(folders.data());
        try {
            var leftovers = new Roster(folders.processes()).endLeftovers();
            var settings = new Settings(
                    folders, ports, Heaps.STANDARD, Credentials.in(folders.data()), brokersOf(folders.data(), brokers));
            var platform = new LocalPlatform(claim, leftovers, settings, names, observer);
            Preconditions.check(settings, platform.components);
            ports.writeTo(folders.ports());
            platform.lineup.kafka.writeClientFiles();
            return platform;
        } catch (IOException e) {
            claim.close();
            throw new Refused("The data folder %s can't be used: %s".formatted(folders.data(), e));
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static Brokers brokersOf(Path data, OptionalInt wanted) throws IOException {
        if (wanted.isPresent() && wanted.getAsInt() != 1 && wanted.getAsInt() != 3) {
            throw new Refused("A platform has 1 or 3 brokers, not %d.".formatted(wanted.getAsInt()));
        }
        var brokers = Brokers.in(data, wanted);
        if (wanted.isPresent() && wanted.getAsInt() != brokers.count()) {
            throw new Refused("The platform in %s has %d brokers for good; for %d, give another folder with --data."
                    .formatted(data, brokers.count(), wanted.getAsInt()));
        }
        return brokers;
    }

    /** Asks every component of a platform that another process has started whether it is ready. */
    public static Map<String, Boolean> health(Folders folders) throws IOException {
        return lineup(folders).components().parallelStream()
                .collect(Collectors.toMap(Component::name, LocalPlatform::answers));
    }

    static Lineup lineup(Folders folders) throws IOException {
        var data = folders.data();
        return new Lineup(new Settings(
                folders,
                Ports.readFrom(folders.ports()),
                Heaps.STANDARD,
                Credentials.in(data),
                Brokers.in(data, OptionalInt.empty())));
    }

    private static boolean answers(Component component) {
        try {
            return component.isReady();
        } catch (Exception _) { // which is the answer
            return false;
        }
    }

    /** What an earlier launcher had left running, by name; it has been ended. */
    public List<String> leftovers() {
        return leftovers;
    }

    /** Starts everything and returns when everything is ready. */
    public void start() {
        platform.start(components);
    }

    /**
     * Prepares, at the lowest priority, what makes the next start faster; returns when there is nothing left to prepare,
     * or when the platform is stopped.
     */
    public void prepareNextStart() throws IOException {
        for (var component : components) {
            if (component instanceof JavaComponent java) {
                archive(java);
            }
        }
    }

    private void archive(JavaComponent component) throws IOException {
        var sharedClasses = component.application().sharedClasses();
        var archiving = sharedClasses.archiving();
        if (archiving.isPresent() && platform.runAside("archiving-" + component.name(), archiving.get())) {
            sharedClasses.keep();
        }
    }

    /** Host and port for clients of Kafka. */
    public String kafka() {
        return lineup.kafka.address();
    }

    /** Properties of a client of Kafka that comes as one of the users; {@code operator} may do everything. */
    public Map<String, Object> kafkaAs(String user) {
        return lineup.kafka.clientOf(user);
    }

    /** Properties of a client of Kafka that may do everything, for command-line tools. */
    public Path kafkaOperatorFile() {
        return lineup.kafka.operatorFile();
    }

    /** The registry's Confluent-compatible API. */
    public URI schemaRegistry() {
        return lineup.schemaRegistry.api();
    }

    public URI elasticsearch() {
        return lineup.elasticsearch.address();
    }

    /** Where each service answers, by name. */
    public Map<String, URI> services() {
        return components.stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .collect(Collectors.toUnmodifiableMap(Service::name, Service::address));
    }

    public Database database(String name, String role) {
        return lineup.postgresql.of(name, role);
    }

    /** Completes with the first process that ends although nobody asked it to. */
    public CompletableFuture<Death> death() {
        return platform.death();
    }

    /** Ends a component as {@code kill -9} does. */
    public void kill(String component) {
        platform.child(component).kill();
    }

    /** Starts a component again over its own data and returns when it is ready; ends it first if it still runs. */
    public void restart(String component) {
        platform.restart(component);
    }

    /** Stops the processes of a component from running, as a machine that hangs would. */
    public void pause(String component) {
        platform.child(component).suspend();
    }

    public void resume(String component) {
        platform.child(component).resume();
    }

    /** Bytes of memory that each process holds, this one included, by name. */
    public Map<String, Long> memory() {
        var memory = new TreeMap<String, Long>();
        platform.children().forEach((name, child) -> memory.put(name, memoryOf(child)));
        memory.put("launcher", Memory.ofThisProcess());
        return memory;
    }

    private static long memoryOf(Child child) {
        return child.isAlive() ? Memory.of(child.handle()) : 0;
    }

    /** Ends everything in reverse order and lets go of the data folder. */
    @Override
    public void close() {
        platform.stop();
        claim.close();
    }
}
