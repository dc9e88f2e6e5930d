package dev.millrace.users.directory;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The trace that a request belongs to, as its consequences carry it on. */
@Component
class TraceContext {

    private final Tracer tracer;
    private final Propagator propagator;

    TraceContext(Tracer tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
    }

    /** In the form of the W3C; null outside of a trace. */
    @Nullable String parent() {
        var context = tracer.currentTraceContext().context();
        Map<String, String> carried = new HashMap<>();
        if (context != null) {
            propagator.inject(context, carried, (_, name, value) -> carried.put(name, value));
        }
        return carried.get("traceparent");
    }
}
