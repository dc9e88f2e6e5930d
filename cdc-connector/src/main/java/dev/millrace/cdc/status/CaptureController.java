package dev.millrace.cdc.status;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.kafka.Interventions;
import dev.millrace.cdc.progress.CaptureState.Blocked;
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
    private final Interventions interventions;

    CaptureController(CdcProperties properties, CaptureStatuses statuses, Interventions interventions) {
        this.properties = properties;
        this.statuses = statuses;
        this.interventions = interventions;
    }

    @GetMapping
    List<CaptureView> list() {
        return statuses.all().stream().map(CaptureView::of).toList();
    }

    @GetMapping("/{name}")
    CaptureView get(@PathVariable String name) {
        return CaptureView.of(statuses.of(known(properties, name)));
    }

    /** Holds for every instance, and after restarts; PostgreSQL keeps what happens until then. */
    @PostMapping("/{name}/pause")
    @ResponseStatus(ACCEPTED)
    void pause(@PathVariable String name) {
        interventions.pause(known(properties, name));
    }

    @PostMapping("/{name}/resume")
    @ResponseStatus(ACCEPTED)
    void resume(@PathVariable String name) {
        interventions.resume(known(properties, name));
    }

    /** Of any other capture, the deletions between its position and the snapshot would never be told. */
    @PostMapping("/{name}/start-over")
    @ResponseStatus(ACCEPTED)
    void startOver(@PathVariable String name) {
        var capture = known(properties, name);
        if (!(statuses.of(capture).state() instanceof Blocked)) {
            throw Problem.of(
                    CONFLICT, "capture-not-blocked", "Capture not blocked", "Only a blocked capture can start over.");
        }
        interventions.startOver(capture);
    }

    static CaptureProperties known(CdcProperties properties, String name) {
        return properties.named(name).orElseThrow(() -> unknown(name));
    }

    private static Problem unknown(String name) {
        return Problem.of(NOT_FOUND, "unknown-capture", "Unknown capture", "There is no capture " + name + ".");
    }
}
