package dev.millrace.local;

import dev.millrace.local.platform.Refused;
import dev.millrace.local.processes.Roster;
import dev.millrace.local.settings.Folders;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A platform that another process has launched, as whoever operates it. */
public final class RunningPlatform {

    private final Folders folders;
    private final Roster roster;
    private final Lineup lineup;

    private RunningPlatform(Folders folders, Roster roster, Lineup lineup) {
        this.folders = folders;
        this.roster = roster;
        this.lineup = lineup;
    }

    /** @throws Refused when nothing runs there */
    public static RunningPlatform of(Folders folders) throws IOException {
        var roster = new Roster(folders.processes());
        if (roster.running().isEmpty()) {
            throw new Refused("Nothing runs in %s.".formatted(folders.data()));
        }
        return new RunningPlatform(folders, roster, LocalPlatform.lineup(folders));
    }

    /**
     * Holds Kafka against the files of platform-broker.
     *
     * @return 0 when Kafka is as they say, 2 when it is not
     */
    public int plan() throws IOException, InterruptedException {
        return control("plan", List.of());
    }

    /**
     * Brings Kafka to what the files of platform-broker say.
     *
     * @param delete whether to delete, too
     * @return 0 when Kafka is as they say
     */
    public int apply(boolean delete) throws IOException, InterruptedException {
        return control("apply", List.of("--millrace.declared.delete=" + delete));
    }

    /**
     * Writes files that declare Kafka as it is.
     *
     * @return 0 when they are written
     */
    public int importTo(Path folder) throws IOException, InterruptedException {
        return control("import", List.of("--millrace.import.folder=" + folder.toAbsolutePath()));
    }

    private int control(String verb, List<String> others) throws IOException, InterruptedException {
        var program = lineup.kafka.commandLine();
        var command = new ArrayList<>(program.command());
        command.add(verb);
        command.addAll(others);
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(program.environment());
        return process.start().waitFor();
    }

    /**
     * Restarts the brokers one after another, unnoticed by whoever uses them.
     *
     * @throws Refused when there is only one, or one does not come back
     */
    public void restartBrokers(PrintStream out) throws InterruptedException {
        refuseWithoutCluster("restarted unnoticed");
        new RollingRestart(roster, lineup.kafka, out).restartAll();
    }

    /**
     * Restarts the brokers one after another, and then lets them use all that their Kafka can do.
     *
     * @return 0 when they do
     * @throws Refused when there is only one, or one does not come back
     */
    public int upgradeBrokers(PrintStream out) throws IOException, InterruptedException {
        restartBrokers(out);
        return control("upgrade", List.of());
    }

    /** Gives every broker a new certificate, without a restart. */
    public void renewCertificates() throws IOException, InterruptedException, ExecutionException {
        refuseWithoutCluster("given a certificate, for it speaks no TLS");
        lineup.kafka.renewCertificates();
    }

    private void refuseWithoutCluster(String what) {
        if (lineup.kafka.brokers().size() == 1) {
            throw new Refused("The one broker of the platform in %s can't be %s. A platform with --brokers 3 can do it."
                    .formatted(folders.data(), what));
        }
    }
}
