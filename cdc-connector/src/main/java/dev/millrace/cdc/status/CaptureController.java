package dev.millrace.cdc.status;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.kafka.Pauses;
import dev.millrace.starter.http.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The captures over HTTP. */
@RestController
@RequestMapping("/captures")
final class CaptureController {

    private final CdcProperties properties;
    private final CaptureStatuses statuses;
    private final Pauses pauses;

    CaptureController(CdcProperties properties, CaptureStatuses statuses, Pauses pauses) {
        this.properties = properties;
        this.statuses = statuses;
        this.pauses = pauses;
    }

    @GetMapping
    List<CaptureView> list() {
        return statuses.all().stream().map(CaptureView::of).toList();
    }

    @GetMapping("/{name}")
    CaptureView get(@PathVariable String name) {
        return CaptureView.of(statuses.of(known(name)));
    }

    /** Holds for every instance, and after restarts; PostgreSQL keeps what happens until then. */
    @PostMapping("/{name}/pause")
    @ResponseStatus(ACCEPTED)
    void pause(@PathVariable String name) {
        pauses.pause(known(name));
    }

    @PostMapping("/{name}/resume")
    @ResponseStatus(ACCEPTED)
    void resume(@PathVariable String name) {
        pauses.resume(known(name));
    }

    private CaptureProperties known(String name) {
        return properties.named(name).orElseThrow(() -> unknown(name));
    }

    private static Problem unknown(String name) {
        return Problem.of(NOT_FOUND, "unknown-capture", "Unknown capture", "There is no capture " + name + ".");
    }
}
