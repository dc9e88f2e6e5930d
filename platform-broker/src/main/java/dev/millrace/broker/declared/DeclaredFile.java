package dev.millrace.broker.declared;

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

/** Reads declarations from YAML; what it can't read it names by file and line. */
public final class DeclaredFile {

    private DeclaredFile() {}

    /** @throws StartRefused when there is no such file, or it is not to be understood */
    public static <T> T read(Resource file, Class<T> type) {
        try {
            return bind(new YamlPropertySourceLoader().load(file.getDescription(), file), type);
        } catch (BindException e) {
            throw refused(place(file, e), getMostSpecificCause(e));
        } catch (IOException | RuntimeException e) {
            throw refused(file.getDescription(), e);
        }
    }

    /** A file that is not there declares nothing. */
    public static <T> T read(Resource file, Class<T> type, T nothing) {
        return file.exists() ? read(file, type) : nothing;
    }

    private static <T> T bind(List<PropertySource<?>> sources, Class<T> type) {
        var binder = new Binder(ConfigurationPropertySources.from(sources));
        return binder.bind("", Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .orElseThrow(() -> new IllegalArgumentException("it declares nothing"));
    }

    private static Object place(Resource file, BindException e) {
        var line = Origin.from(e.getProperty());
        return line == null ? file.getDescription() + " " + e.getName() : line;
    }

    private static StartRefused refused(Object place, Throwable reason) {
        var oneLine = String.valueOf(reason.getMessage()).replaceAll("\\s+", " ");
        return new StartRefused(
                "What is declared can't be read. %s: %s".formatted(place, oneLine),
                "Correct the file, or name another folder in millrace.declared.folder.");
    }
}
