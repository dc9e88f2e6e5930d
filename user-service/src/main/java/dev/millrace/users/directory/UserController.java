package dev.millrace.users.directory;

import dev.millrace.starter.http.Cursor;
import dev.millrace.starter.http.ETag;
import dev.millrace.starter.http.IfMatch;
import dev.millrace.starter.http.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The users over HTTP. */
@RestController
@RequestMapping("/users")
class UserController {

    private final UserDirectory directory;
    private final MergePatch mergePatch;

    UserController(UserDirectory directory, MergePatch mergePatch) {
        this.directory = directory;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    ResponseEntity<UserView> register(
            @Valid @RequestBody UserDetails details,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return created(directory.register(details, IdempotencyKey.of(key, details)));
    }

    @PutMapping("/{id}")
    ResponseEntity<UserView> store(
            @PathVariable UUID id,
            @Valid @RequestBody UserDetails details,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var stored = directory.store(id, details, IfMatch.parse(ifMatch));
        return stored.created() ? created(stored.user()) : ok(stored.user());
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<UserView> change(
            @PathVariable UUID id,
            @RequestBody ObjectNode patch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return ok(directory.change(id, details -> mergePatch.apply(patch, details), IfMatch.parse(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        directory.erase(id, IfMatch.parse(ifMatch));
    }

    @GetMapping("/{id}")
    ResponseEntity<UserView> get(@PathVariable UUID id) {
        return ok(directory.get(id));
    }

    @GetMapping(params = "email")
    Page<UserView> findByEmail(@RequestParam String email) {
        return new Page<>(directory.findByEmail(email).stream().toList(), null);
    }

    @GetMapping
    Page<UserView> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return directory.list(cursor == null ? null : idAt(cursor), limit);
    }

    private static UUID idAt(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).position().getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.malformed();
        }
    }

    private static ResponseEntity<UserView> created(UserView user) {
        return ResponseEntity.created(URI.create("/users/" + user.id()))
                .eTag(ETag.of(user.version()))
                .body(user);
    }

    private static ResponseEntity<UserView> ok(UserView user) {
        return ResponseEntity.ok().eTag(ETag.of(user.version())).body(user);
    }
}
