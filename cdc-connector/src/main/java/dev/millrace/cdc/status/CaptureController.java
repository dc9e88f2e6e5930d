package dev.millrace.cdc.status;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The captures over HTTP. */
@RestController
@RequestMapping("/captures")
final class CaptureController {

    private final CaptureStatus status;

    CaptureController(CaptureStatus status) {
        this.status = status;
    }

    @GetMapping
    List<CaptureView> list() {
        return List.of(CaptureView.of(status));
    }
}
