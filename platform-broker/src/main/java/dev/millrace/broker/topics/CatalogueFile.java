package dev.millrace.broker.topics;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import dev.millrace.broker.StartRefused;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/** Reads the catalogue from YAML; what it can't read it names by file and line. */
final class CatalogueFile {

    private CatalogueFile() {}

    static Catalogue read(Resource file) {
        try {
            return bind(new YamlPropertySourceLoader().load(file.getDescription(), file));
        } catch (BindException e) {
            throw refused(place(file, e), getMostSpecificCause(e));
        } catch (IOException | RuntimeException e) {
            throw refused(file.getDescription(), e);
        }
    }

    private static Catalogue bind(List<PropertySource<?>> sources) {
        var binder = new Binder(ConfigurationPropertySources.from(sources));
        return binder.bind("", Bindable.of(Catalogue.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElseThrow(() -> new IllegalArgumentException("it declares no topics"));
    }

    private static Object place(Resource file, BindException e) {
        var line = Origin.from(e.getProperty());
        return line == null ? file.getDescription() + " " + e.getName() : line;
    }

    private static StartRefused refused(Object place, Throwable reason) {
        var oneLine = String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
        return new StartRefused(
                "The topic catalogue can't be read. %s: %s".formatted(place, oneLine),
                "Correct the file, or name another one in millrace.topics.catalogue.");
    }
}
