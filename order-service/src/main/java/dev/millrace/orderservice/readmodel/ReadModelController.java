package dev.millrace.orderservice.readmodel;

import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds read models while they are read. */
@RestController
@RequestMapping("/admin/read-models/{name}")
final class ReadModelController {

    private final ReadModelDesk desk;

    ReadModelController(ReadModelDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ReadModel model(@PathVariable String name) {
        return desk.model(name);
    }

    @PostMapping("/rebuilds")
    ResponseEntity<RebuildView> start(
            @PathVariable String name, @RequestParam(defaultValue = "false") boolean acceptDifferences) {
        var rebuild = desk.start(name, UUID.randomUUID(), acceptDifferences);
        var location = URI.create("/admin/read-models/%s/rebuilds/%s".formatted(name, rebuild.id()));
        return ResponseEntity.accepted().location(location).body(RebuildView.of(rebuild));
    }

    @GetMapping("/rebuilds/{id}")
    RebuildView rebuild(@PathVariable String name, @PathVariable UUID id) {
        return RebuildView.of(desk.rebuild(name, id));
    }

    @DeleteMapping("/rebuilds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String name, @PathVariable UUID id) {
        desk.cancel(name, id);
    }

    @PostMapping("/rollback")
    ReadModel rollBack(@PathVariable String name) {
        return desk.rollBack(name);
    }
}
