package dev.millrace.cdc.status;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.starter.http.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The captures over HTTP. */
@RestController
@RequestMapping("/captures")
final class CaptureController {

    private final CdcProperties properties;
    private final CaptureStatuses statuses;

    CaptureController(CdcProperties properties, CaptureStatuses statuses) {
        this.properties = properties;
        this.statuses = statuses;
    }

    @GetMapping
    List<CaptureView> list() {
        return statuses.all().stream().map(CaptureView::of).toList();
    }

    @GetMapping("/{name}")
    CaptureView get(@PathVariable String name) {
        return CaptureView.of(statuses.of(known(name)));
    }

    private CaptureProperties known(String name) {
        return properties.named(name).orElseThrow(() -> unknown(name));
    }

    private static Problem unknown(String name) {
        return Problem.of(NOT_FOUND, "unknown-capture", "Unknown capture", "There is no capture " + name + ".");
    }
}
