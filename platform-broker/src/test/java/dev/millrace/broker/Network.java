package dev.millrace.broker;

import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A network namespace for each broker, all of them at one bridge, so that one can be cut off from everybody; the work of root on Linux. */
final class Network implements AutoCloseable {

    /** Where there has been a Docker engine, it drops what passes a bridge that is not its own. */
    private static final File FIREWALL = new File("/usr/sbin/iptables");

    private final String name = "mr" + ProcessHandle.current().pid() % 1_000_000;
    private final Collection<Integer> numbers;

    private Network(Collection<Integer> numbers) {
        this.numbers = numbers;
    }

    /** Whether this user of this machine may make one. */
    static boolean isPossible() {
        try (var network = new Network(List.of(0))) {
            network.lay();
            return true;
        } catch (IllegalStateException | IOException _) { // which is the answer
            return false;
        }
    }

    static Network among(Collection<Integer> numbers) throws IOException {
        var network = new Network(numbers);
        try {
            network.lay();
            return network;
        } catch (IllegalStateException e) {
            network.close();
            throw e;
        }
    }

    private void lay() throws IOException {
        run("ip link add %s type bridge", name);
        run("ip addr add %s/24 dev %s", address(1), name);
        run("ip link set %s up", name);
        if (FIREWALL.canExecute()) {
            run(FIREWALL + " -w -I FORWARD -i %s -j ACCEPT", name);
        }
        for (var number : numbers) {
            run("ip netns add %s", namespace(number));
            run("ip link add %s type veth peer name eth0 netns %s", cable(number), namespace(number));
            run("ip link set %s master %s up", cable(number), name);
            run("ip -n %s addr add %s/24 dev eth0", namespace(number), host(number));
            run("ip -n %s link set eth0 up", namespace(number));
            run("ip -n %s link set lo up", namespace(number));
        }
    }

    /** Where a broker is found. */
    String host(int number) {
        return address(10 + number);
    }

    /** What makes a command run in the namespace of a broker. */
    List<String> inside(int number) {
        return List.of("ip", "netns", "exec", namespace(number));
    }

    void cutOff(int number) throws IOException {
        run("ip link set %s down", cable(number));
    }

    void reconnect(int number) throws IOException {
        run("ip link set %s up", cable(number));
    }

    private String address(int last) {
        return "10.213.%d.%d".formatted(ProcessHandle.current().pid() % 256, last);
    }

    private String namespace(int number) {
        return name + "n" + number;
    }

    private String cable(int number) {
        return name + "c" + number;
    }

    private static void run(String command, Object... parts) throws IOException {
        var process = new ProcessBuilder(command.formatted(parts).split(" ", -1))
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes());
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command.formatted(parts) + ": " + output);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cables by themselves: those of a namespace would go a moment after it. */
    @Override
    public void close() throws IOException {
        for (var number : numbers) {
            remove("ip link del %s", cable(number));
            remove("ip netns del %s", namespace(number));
        }
        remove("ip link del %s", name);
        if (FIREWALL.canExecute()) {
            remove(FIREWALL + " -w -D FORWARD -i %s -j ACCEPT", name);
        }
    }

    /** What was never there is not missed. */
    private static void remove(String command, String what) throws IOException {
        try {
            run(command, what);
        } catch (IllegalStateException _) {
            System.out.printf("%s is not there%n", what);
        }
    }
}
