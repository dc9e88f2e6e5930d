package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.measuring.Workplace;
import dev.millrace.benchmarks.tools.PerformanceTools;
import dev.millrace.benchmarks.tools.QuietLogging;
import dev.millrace.local.files.Trees;
import dev.millrace.local.jvm.BootJar;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.settings.Folders;
import dev.millrace.local.settings.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The Kafkas that are compared, each over data of its own that is there already.
 *
 * @param user a client that may do everything, with a login that all of the data knows
 */
record Sides(
        Folders folders,
        Folders clusterFolders,
        Ports ports,
        StockKafka.Installation installation,
        Map<String, Object> user,
        PerformanceTools tools) {

    private static final int CLUSTER = 3;
    private static final int STARTS_UNTIL_ALL_IS_PREPARED = 2;

    static Sides in(Workplace workplace) throws IOException {
        var folders = workplace.platform();
        var cluster = new Folders(folders.home(), workplace.scratch().resolve("cluster"));
        var ports = Ports.free();
        workplace.say("Making the data that all of them start over");
        OurKafka.start(cluster, ports, CLUSTER).close();
        Map<String, Object> user = Map.of();
        for (var start = 0; start < STARTS_UNTIL_ALL_IS_PREPARED; start++) {
            try (var ours = OurKafka.start(folders, ports, 1)) {
                ours.prepareNextStart();
                user = ours.client();
            }
        }
        var jars = new BootJar(folders.jar("platform-broker"), folders.applications())
                .application(JavaApplication.QUICK_COMPILER);
        var quiet = QuietLogging.in(workplace.scratch());
        var data = workplace.scratch().resolve("stock-data");
        copy(folders.dataOf("kafka").resolve("kafka"), data);
        var settings = folders.home().resolve("platform-broker/src/main/resources/application.yml");
        return new Sides(
                folders,
                cluster,
                ports,
                new StockKafka.Installation(jars, data, settings, quiet),
                user,
                new PerformanceTools(jars, quiet, workplace.scratch()));
    }

    RunningKafka.Start ours() {
        return () -> OurKafka.start(folders, ports, 1);
    }

    RunningKafka.Start ourCluster() {
        return () -> OurKafka.start(clusterFolders, ports, CLUSTER);
    }

    /** With logins and rights, like ours. */
    RunningKafka.Start stock() {
        return () -> StockKafka.start(installation, Security.login(user));
    }

    RunningKafka.Start openStock() {
        return () -> StockKafka.start(installation, Security.NONE);
    }

    RunningKafka.Start stockWithTls() {
        return () ->
                StockKafka.start(installation, Security.tls(installation.data().resolveSibling("certificates")));
    }

    private static void copy(Path from, Path to) throws IOException {
        Trees.delete(to);
        try (var everything = Files.walk(from)) {
            for (var path : everything.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
