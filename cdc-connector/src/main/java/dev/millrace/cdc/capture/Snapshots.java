package dev.millrace.cdc.capture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CaptureProperties.Table;
import dev.millrace.cdc.kafka.ChangeLog;
import dev.millrace.cdc.kafka.Standing;
import dev.millrace.cdc.postgres.SourceDatabase;
import dev.millrace.cdc.postgres.TableReader;
import dev.millrace.cdc.postgres.TableReader.Chunk;
import dev.millrace.cdc.records.Change;
import dev.millrace.cdc.snapshot.Message;
import dev.millrace.cdc.snapshot.Message.Cancel;
import dev.millrace.cdc.snapshot.Message.Mark;
import dev.millrace.cdc.snapshot.Message.Request;
import dev.millrace.cdc.snapshot.TableSnapshot;
import dev.millrace.cdc.snapshot.TableSnapshot.State;
import dev.millrace.cdc.snapshot.Window;
import dev.millrace.cdc.status.CaptureStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads tables anew while their changes go on. A thread of its own reads the next chunk; the thread that follows the stream
 * tells it where its mark comes by, and notes how far the table then is. So what was told and how far it is are one
 * transaction, and a session that ends in between leaves a mark that nobody knows any more.
 */
final class Snapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final CaptureProperties capture;
    private final SourceDatabase database;
    private final ChangeLog log;
    private final CaptureStatus status;
    private final UUID session = UUID.randomUUID();
    private final Map<String, TableSnapshot> tables = new LinkedHashMap<>();
    private final ExecutorService thread;
    private @Nullable Reading reading;
    private @Nullable Job job;
    private long chunks;

    /** What goes on as long as there is something to read. */
    private record Reading(Window<Change> window, TableReader reader) {}

    private record Job(TableSnapshot of, long number, Future<Chunk> chunk) {}

    Snapshots(CaptureProperties capture, SourceDatabase database, ChangeLog log, CaptureStatus status) {
        this.capture = capture;
        this.database = database;
        this.log = log;
        this.status = status;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshot-" + capture.name()).factory());
    }

    /** Goes on with what was being read, and with tables that were not captured before. */
    void begin(Standing standing) {
        standing.snapshots().forEach(snapshot -> tables.put(snapshot.table(), snapshot));
        if (standing.checkpoint().isEmpty()) {
            // All tables are being read anyway.
            List.copyOf(tables.keySet()).forEach(this::cancel);
        } else if (!standing.tables().isEmpty()) {
            newTables(standing.tables()).forEach(table -> request(UUID.randomUUID(), table));
        }
        var captured = capture.tables().stream().map(Table::name).collect(toUnmodifiableSet());
        if (!captured.equals(standing.tables())) {
            log.note(captured);
        }
        status.snapshots(List.copyOf(tables.values()));
        readOn();
    }

    /** Of an outbox, events are told from the moment on that it is captured. */
    private List<String> newTables(Set<String> known) {
        return capture.tables().stream()
                .filter(table -> table.outbox() == null)
                .map(Table::name)
                .filter(table -> !known.contains(table))
                .toList();
    }

    /** Fails where the reader has. */
    void requireReading() {
        if (job != null && job.chunk().state() == Future.State.FAILED) {
            throw new CompletionException(job.chunk().exceptionNow());
        }
    }

    /** A change is told: what was read of its row before is no longer true. */
    void saw(Change change) {
        if (reading != null) {
            tell(change, reading.window());
        }
    }

    private static void tell(Change change, Window<Change> window) {
        var transaction = change.transaction();
        if (transaction != null) {
            window.tell(transaction, change.key());
        }
    }

    /** The rows that are to be told in the place of {@code text}. */
    List<Change> hear(String text) throws InterruptedException {
        var rows = List.<Change>of();
        switch (Message.parse(text).orElse(null)) {
            case Request(var name, var id, var table) when isMine(name) -> request(id, table);
            case Cancel(var name, var table) when isMine(name) -> cancel(table);
            case Mark(var other, var number) when job != null && isMine(other, number, job) -> rows = rowsOf(job);
            case null, default -> LOG.atDebug().log("A message was for somebody else: {}", text);
        }
        readOn();
        return rows;
    }

    private boolean isMine(String name) {
        return name.equals(capture.name());
    }

    private boolean isMine(UUID other, long number, Job current) {
        return other.equals(session) && number == current.number();
    }

    private List<Change> rowsOf(Job job) throws InterruptedException {
        var rows = reading == null ? List.<Change>of() : reading.window().close();
        var chunk = chunkOf(job);
        this.job = null;
        if (!job.of().equals(tables.get(job.of().table()))) {
            return List.of();
        }
        var next = job.of().readOn(chunk.rows(), chunk.lastKey());
        put(chunk.last() ? next.ended(State.DONE, Instant.now()) : next);
        return rows;
    }

    /** The mark is in the log, so its transaction is through, and its reader hears of it just now. */
    private static Chunk chunkOf(Job job) throws InterruptedException {
        try {
            return job.chunk().get();
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private void request(UUID id, String table) {
        if (capture.tables().stream().map(Table::name).noneMatch(table::equals)) {
            LOG.atWarn().addKeyValue("millrace.cdc.capture", capture.name()).log("{} is not captured any more", table);
            return;
        }
        put(TableSnapshot.requested(id, table, database.estimatedRows(List.of(table)), Instant.now()));
    }

    private void cancel(String table) {
        var snapshot = tables.get(table);
        if (snapshot != null && snapshot.goesOn()) {
            put(snapshot.ended(State.CANCELLED, Instant.now()));
        }
    }

    private void put(TableSnapshot snapshot) {
        tables.put(snapshot.table(), snapshot);
        log.note(snapshot);
        status.snapshots(List.copyOf(tables.values()));
    }

    private void readOn() {
        if (job == null) {
            tables.values().stream().filter(TableSnapshot::goesOn).findFirst().ifPresentOrElse(this::read, this::rest);
        }
    }

    private void read(TableSnapshot next) {
        var current = reading == null ? open() : reading;
        var number = ++chunks;
        job = new Job(next, number, thread.submit(() -> current.reader().read(next, new Mark(session, number))));
    }

    private Reading open() {
        var window = new Window<Change>();
        var opened = new Reading(window, new TableReader(capture, window));
        reading = opened;
        return opened;
    }

    private void rest() {
        if (reading != null) {
            reading.reader().close();
            reading = null;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        rest();
    }
}
