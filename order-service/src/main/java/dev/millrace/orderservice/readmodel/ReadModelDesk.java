package dev.millrace.orderservice.readmodel;

import static dev.millrace.orderservice.readmodel.RebuildState.CANCELLED;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import dev.millrace.starter.http.Problem;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator may ask of a read model. */
@Component
@Transactional
class ReadModelDesk {

    private final ReadModels models;
    private final Rebuilds rebuilds;
    private final Views views;

    ReadModelDesk(ReadModels models, Rebuilds rebuilds, Views views) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.views = views;
    }

    ReadModel model(String name) {
        return models.find(name).orElseThrow(ReadModelDesk::noModel);
    }

    Rebuild rebuild(String name, UUID id) {
        return rebuilds.find(name, id).orElseThrow(ReadModelDesk::noRebuild);
    }

    /** The worker finds it within a second. */
    Rebuild start(String name, UUID id, boolean acceptsDifferences) {
        var model = models.lock(name).orElseThrow(ReadModelDesk::noModel);
        try {
            rebuilds.add(id, model.name(), acceptsDifferences);
        } catch (DuplicateKeyException _) {
            throw running();
        }
        return rebuild(name, id);
    }

    void cancel(String name, UUID id) {
        var model = models.lock(name).orElseThrow(ReadModelDesk::noModel);
        var rebuild = rebuild(model.name(), id);
        if (!rebuilds.lock(id, RebuildState.COPYING) && !rebuilds.lock(id, RebuildState.VERIFYING)) {
            throw over();
        }
        rebuilds.enter(id, CANCELLED);
        views.drop(rebuild.version());
    }

    /** The version that was read before is read again; it has been fed all the time, and the other one still is. */
    ReadModel rollBack(String name) {
        var model = models.lock(name).orElseThrow(ReadModelDesk::noModel);
        var previous = model.previous();
        if (previous == null) {
            throw noPrevious();
        }
        return models.activate(model, previous);
    }

    private static Problem noModel() {
        return Problem.of(NOT_FOUND, "read-model-not-found", "Read model not found", "There is no such read model.");
    }

    private static Problem noRebuild() {
        return Problem.of(NOT_FOUND, "rebuild-not-found", "Rebuild not found", "There is no such rebuild.");
    }

    private static Problem running() {
        return Problem.of(
                CONFLICT,
                "rebuild-running",
                "Rebuild running",
                "The read model is being rebuilt: wait, or cancel that.");
    }

    private static Problem over() {
        return Problem.of(CONFLICT, "rebuild-over", "Rebuild over", "The rebuild has ended: nothing can be cancelled.");
    }

    private static Problem noPrevious() {
        return Problem.of(
                CONFLICT, "no-previous-version", "No previous version", "The read model has not been rebuilt yet.");
    }
}
