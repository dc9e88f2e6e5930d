package dev.millrace.orderservice.readmodel;

import static dev.millrace.orderservice.readmodel.RebuildState.COPYING;
import static dev.millrace.orderservice.readmodel.RebuildState.FAILED;
import static dev.millrace.orderservice.readmodel.RebuildState.SWITCHED;
import static dev.millrace.orderservice.readmodel.RebuildState.VERIFYING;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of a rebuild, a transaction each. Each holds the row of the rebuild, so that a step and a cancellation come one
 * after the other; a process that dies leaves a rebuild that goes on from its last step.
 */
@Component
@Transactional
class Rebuilding {

    private final ReadModels models;
    private final Rebuilds rebuilds;
    private final Views views;
    private final OrderListFeed feed;
    private final Checksums checksums;

    Rebuilding(ReadModels models, Rebuilds rebuilds, Views views, OrderListFeed feed, Checksums checksums) {
        this.models = models;
        this.rebuilds = rebuilds;
        this.views = views;
        this.feed = feed;
        this.checksums = checksums;
    }

    /** Where the new version goes on; empty when the rebuild was cancelled meanwhile. */
    Optional<Map<Integer, Long>> begin(Rebuild rebuild) {
        if (!rebuilds.lock(rebuild.id(), COPYING)) {
            return Optional.empty();
        }
        views.create(rebuild.version());
        return Optional.of(feed.checkpoints(rebuild.version()));
    }

    /** False when the rebuild was cancelled meanwhile. */
    boolean copy(Rebuild rebuild, Stretch stretch) {
        var copying = rebuilds.lock(rebuild.id(), COPYING);
        if (copying) {
            write(rebuild, stretch);
        }
        return copying;
    }

    /** Where the active version stands. */
    @Transactional(readOnly = true)
    Map<Integer, Long> activePosition(Rebuild rebuild) {
        return feed.checkpoints(models.find(rebuild.readModel()).orElseThrow().active());
    }

    /** Copies the last records while the live view waits, and lets it feed the new version from here on. */
    void join(Rebuild rebuild, EventsFromTheStart events) {
        var model = models.lock(rebuild.readModel()).orElseThrow();
        if (rebuilds.lock(rebuild.id(), COPYING)) {
            var position = feed.checkpoints(model.active());
            while (events.behind(position) > 0) {
                write(rebuild, events.next());
            }
            rebuilds.enter(rebuild.id(), VERIFYING);
        }
    }

    /** One snapshot shows both versions at the same position, as soon as the live view has passed the last copied record. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Optional<Comparison> compare(Rebuild rebuild) {
        var active = models.find(rebuild.readModel()).orElseThrow().active();
        return Optional.of(new Comparison(checksums.of(active), checksums.of(rebuild.version())))
                .filter(Comparison::isAtOnePosition);
    }

    /** Switches to the new version, or gives it up when it differs and may not. */
    void end(Rebuild rebuild, Comparison comparison) {
        var model = models.lock(rebuild.readModel()).orElseThrow();
        if (rebuilds.lock(rebuild.id(), VERIFYING)) {
            if (comparison.isEqual() || rebuild.acceptsDifferences()) {
                switchTo(rebuild, model, comparison);
            } else {
                rebuilds.end(rebuild.id(), FAILED, comparison);
                views.drop(rebuild.version());
            }
        }
    }

    private void switchTo(Rebuild rebuild, ReadModel model, Comparison comparison) {
        models.activate(model, rebuild.version());
        rebuilds.end(rebuild.id(), SWITCHED, comparison);
        Optional.ofNullable(model.previous()).ifPresent(views::drop);
    }

    private void write(Rebuild rebuild, Stretch stretch) {
        var fold = feed.fold(rebuild.version(), stretch.records());
        feed.write(rebuild.version(), fold);
        rebuilds.advance(rebuild.id(), stretch, fold.obstacles().size());
    }
}
