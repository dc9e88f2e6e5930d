package dev.millrace.logs.reading;

import dev.millrace.starter.http.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The log API; lines come as the services wrote them. */
@RestController
final class LogController {

    private final LogReader reader;
    private final Instances instances;

    LogController(LogReader reader, Instances instances) {
        this.reader = reader;
        this.instances = instances;
    }

    @GetMapping("/logs")
    Page<ObjectNode> logs(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor)
            throws IOException {
        var filter = new LogFilter(service, level == null ? null : Level.named(level), q, from, to);
        return reader.find(filter, limit, cursor);
    }

    @GetMapping("/logs/instances")
    List<InstanceLines> instances() throws IOException {
        return instances.all();
    }
}
