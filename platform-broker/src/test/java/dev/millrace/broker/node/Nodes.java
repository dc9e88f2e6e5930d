package dev.millrace.broker.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** Settings for nodes of tests: those of the application, on free ports. */
public final class Nodes {

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Nodes() {}

    public static NodeSettings in(Path folder, Map<String, Object> others) {
        var sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource("others", others));
        sources.addLast(new MapPropertySource(
                "own",
                Map.of(
                        "millrace.broker.data-directory", folder.toString(),
                        "millrace.broker.port", freePort(),
                        "millrace.broker.nodes-port", freePort(),
                        "millrace.broker.controller-port", freePort())));
        application().forEach(sources::addLast);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("millrace.broker", NodeSettings.class);
    }

    public static NodeSettings in(Path folder) {
        return in(folder, Map.of());
    }

    /** Never the same twice, for the system may give one again as soon as it is free again. */
    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            var port = socket.getLocalPort();
            return GIVEN.add(port) ? port : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PropertySource<?>> application() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
