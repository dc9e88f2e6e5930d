package dev.millrace.cdc.status;

import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.CdcProperties;
import dev.millrace.cdc.postgres.SourceDatabase;
import dev.millrace.cdc.progress.CaptureState.Blocked;
import dev.millrace.cdc.snapshot.Message;
import dev.millrace.starter.http.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tables that are read anew. A wish goes into the database's log, where whichever instance captures finds it, now or once the
 * capture goes on.
 */
@RestController
@RequestMapping("/captures/{name}/snapshots")
final class SnapshotController {

    private final CdcProperties properties;
    private final CaptureStatuses statuses;

    SnapshotController(CdcProperties properties, CaptureStatuses statuses) {
        this.properties = properties;
        this.statuses = statuses;
    }

    /** @param tables with their schemas; all that hold rows where there are none */
    record Wish(@Nullable List<String> tables) {}

    /** A wish that was written down. */
    record Accepted(UUID id, String table) {}

    @GetMapping
    List<SnapshotView> list(@PathVariable String name) {
        return SnapshotView.allOf(statuses.of(CaptureController.known(properties, name)));
    }

    @PostMapping
    @ResponseStatus(ACCEPTED)
    List<Accepted> request(@PathVariable String name, @RequestBody(required = false) @Nullable Wish wish) {
        var capture = CaptureController.known(properties, name);
        if (statuses.of(capture).state() instanceof Blocked(var reason)) {
            throw Problem.of(CONFLICT, "capture-blocked", "Capture blocked", "Nothing can be read: " + reason);
        }
        var tables = tablesOf(capture, wish);
        return tables.stream().map(table -> request(capture, table)).toList();
    }

    @DeleteMapping("/{table}")
    @ResponseStatus(ACCEPTED)
    void cancel(@PathVariable String name, @PathVariable String table) {
        var capture = CaptureController.known(properties, name);
        say(capture, new Message.Cancel(capture.name(), requireReadable(capture, table)));
    }

    private static List<String> tablesOf(CaptureProperties capture, @Nullable Wish wish) {
        return wish == null || wish.tables() == null
                ? readable(capture)
                : wish.tables().stream()
                        .distinct()
                        .map(table -> requireReadable(capture, table))
                        .toList();
    }

    private static String requireReadable(CaptureProperties capture, String table) {
        if (!readable(capture).contains(table)) {
            throw Problem.of(
                    BAD_REQUEST,
                    "unreadable-table",
                    "Unreadable table",
                    "%s can read anew %s, but not %s.".formatted(capture.name(), readable(capture), table));
        }
        return table;
    }

    /** The rows of an outbox are events, and were told. */
    private static List<String> readable(CaptureProperties capture) {
        return capture.tables().stream()
                .filter(table -> table.outbox() == null)
                .map(Table::name)
                .toList();
    }

    private static Accepted request(CaptureProperties capture, String table) {
        var accepted = new Accepted(UUID.randomUUID(), table);
        say(capture, new Message.Request(capture.name(), accepted.id(), table));
        return accepted;
    }

    private static void say(CaptureProperties capture, Message message) {
        try {
            new SourceDatabase(capture).say(message);
        } catch (DataAccessException e) {
            throw Problem.of(
                    SERVICE_UNAVAILABLE, "database-away", "Database away", "PostgreSQL does not take the wish now.");
        }
    }
}
