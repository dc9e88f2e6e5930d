package dev.millrace.broker.topics;

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
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;

/** Reads the catalogue from YAML; what it can't read it names by file and line. */
final class CatalogueFile {

    private CatalogueFile() {}

    static Catalogue read(Resource file) {
        try {
            return bind(new YamlPropertySourceLoader().load(file.getDescription(), file));
        } catch (BindException e) {
            var reason = NestedExceptionUtils.getMostSpecificCause(e).getMessage();
            throw refused(file, e.getOrigin() == null ? reason : e.getOrigin() + ": " + reason);
        } catch (IOException | RuntimeException e) {
            throw refused(file, e.getMessage());
        }
    }

    private static Catalogue bind(List<PropertySource<?>> sources) {
        var binder = new Binder(ConfigurationPropertySources.from(sources));
        return binder.bind("", Bindable.of(Catalogue.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElseThrow(() -> new IllegalArgumentException("it declares no topics"));
    }

    private static StartRefused refused(Resource file, Object reason) {
        return new StartRefused(
                "The topic catalogue %s can't be read: %s".formatted(file.getDescription(), reason),
                "Correct the file, or name another one in millrace.topics.catalogue.");
    }
}
