package dev.millrace.cdc.snapshot;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows that one thread has read from being told after later changes of them, which another thread follows in the log. A
 * row is told where a mark stands that its reader has put into the log; by then, changes that its reader did not see may
 * have been told.
 *
 * @param <R> a row
 */
public final class Window<R> {

    /** Whose changes were told, and which a reader may still not see: a commit is in the log before it is in effect. */
    private final Set<Long> unsettled = new HashSet<>();

    private final Set<List<String>> changed = new HashSet<>();
    private @Nullable View view;
    private @Nullable Map<List<String>, R> rows;

    /** A change is told. */
    public synchronized void tell(long transaction, List<String> key) {
        if (view != null && view.sees(transaction)) {
            return;
        }
        unsettled.add(transaction);
        if (rows != null) {
            rows.remove(key);
        } else if (view != null) {
            changed.add(key);
        }
    }

    /** False where what was told is more than {@code next} sees: too early to read. */
    public synchronized boolean open(View next) {
        settle(next);
        if (!unsettled.isEmpty()) {
            return false;
        }
        view = next;
        return true;
    }

    /** What {@code now} sees, all later ones see. */
    public synchronized void settle(View now) {
        unsettled.removeIf(now::sees);
    }

    /** What a reader has found, since the window is open. */
    public synchronized void fill(Map<List<String>, R> found) {
        rows = new LinkedHashMap<>(found);
        rows.keySet().removeAll(changed);
        changed.clear();
    }

    /** Those that nothing was told of in between; the window is closed. */
    public synchronized List<R> close() {
        var kept = rows == null ? List.<R>of() : List.copyOf(rows.values());
        rows = null;
        view = null;
        changed.clear();
        return kept;
    }
}
