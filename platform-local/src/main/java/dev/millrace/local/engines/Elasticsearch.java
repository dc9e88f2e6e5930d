package dev.millrace.local.engines;

import dev.millrace.local.files.Distribution;
import dev.millrace.local.http.Http;
import dev.millrace.local.jvm.JavaApplication;
import dev.millrace.local.platform.Component;
import dev.millrace.local.processes.Program;
import dev.millrace.local.processes.Unprivileged;
import dev.millrace.local.settings.Port;
import dev.millrace.local.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A single node of Elasticsearch's core, without its own launcher, which would start four more Java processes first. */
public final class Elasticsearch implements Component {

    public static final String NAME = "elasticsearch";

    private final Settings settings;
    private final Path data;

    public Elasticsearch(Settings settings) {
        this.settings = settings;
        this.data = settings.folders().dataOf(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.ELASTICSEARCH, Port.ELASTICSEARCH_TRANSPORT);
    }

    @Override
    public boolean isUnpacked() {
        return distribution().isUnpacked();
    }

    private Distribution distribution() {
        return new Distribution(settings.folders().engines(), NAME, Elasticsearch::isOfUse);
    }

    @Override
    public Program program() throws IOException {
        var home = onlyFolderIn(distribution().unpacked());
        var temporary = data.resolve("temporary");
        for (var name : List.of("indices", "logs", "temporary")) {
            Files.createDirectories(data.resolve(name));
        }
        Unprivileged.folder(data);
        var command = new ArrayList<>(List.of(JavaApplication.java(), heap("-Xms"), heap("-Xmx")));
        command.addAll(JavaApplication.LATE_OPTIMISATION);
        command.addAll(ElasticsearchJvm.options(home, temporary));
        return new Program(
                        Unprivileged.command(command, home, data), Map.of("LIBFFI_TMPDIR", temporary.toString()), data)
                .reading(
                        ElasticsearchArguments.bytes(nodeSettings(home), home.resolve("config"), data.resolve("logs")));
    }

    private String heap(String option) {
        return option + settings.heaps().elasticsearch() + "m";
    }

    /** Tools and tracing stay in the archive. */
    private static boolean isOfUse(String entry) {
        var isTool = entry.contains("/lib/tools/") && !entry.contains("/lib/tools/ansi-console/");
        return !isTool && !entry.contains("/modules/apm/") && !entry.contains("/modules/x-pack-security/");
    }

    private static Path onlyFolderIn(Path unpacked) throws IOException {
        try (Stream<Path> folders = Files.list(unpacked)) {
            return folders.findFirst().orElseThrow();
        }
    }

    private Map<String, String> nodeSettings(Path home) {
        var node = new TreeMap<String, String>();
        node.put("path.home", home.toString());
        node.put("path.data", data.resolve("indices").toString());
        node.put("path.logs", data.resolve("logs").toString());
        node.put("cluster.name", "millrace");
        node.put("node.name", "millrace");
        node.put("discovery.type", "single-node");
        node.put("network.host", "127.0.0.1");
        node.put("http.port", Integer.toString(settings.ports().of(Port.ELASTICSEARCH)));
        node.put("transport.port", Integer.toString(settings.ports().of(Port.ELASTICSEARCH_TRANSPORT)));
        return node;
    }

    @Override
    public boolean isReady() throws IOException, InterruptedException {
        return Http.answersOk(address().resolve("/_cluster/health?wait_for_status=yellow&timeout=3s"));
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + settings.ports().of(Port.ELASTICSEARCH));
    }
}
