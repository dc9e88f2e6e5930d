package dev.millrace.orderservice.deciding;

import static dev.millrace.orderservice.domain.Refusal.COMMAND_ID_REUSED;

import dev.millrace.orderservice.deciding.Answer.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The answers to an order's last commands, oldest first, so that a repeated command is answered and not carried out again.
 * Bounded: the command that placed the order stays for ever, of the others the last {@value #LIMIT} do; a refusal makes room
 * before any acceptance does, so that a caller who is refused again and again can't push a payment out.
 */
record AnsweredCommands(List<Entry> entries) {

    static final int LIMIT = 32;
    static final AnsweredCommands NONE = new AnsweredCommands(List.of());

    record Entry(UUID commandId, long fingerprint, Answer answer) {}

    AnsweredCommands {
        entries = List.copyOf(entries);
    }

    /** Placing the same order again is a repetition under any command id. */
    Optional<Answer> answerTo(UUID commandId, long fingerprint, long version) {
        return entries.stream()
                .filter(entry -> entry.commandId().equals(commandId))
                .findFirst()
                .map(entry -> entry.fingerprint() == fingerprint ? entry.answer() : reused(version))
                .or(() -> entries.stream()
                        .limit(1)
                        .filter(placing -> placing.fingerprint() == fingerprint)
                        .map(Entry::answer)
                        .findFirst());
    }

    AnsweredCommands with(Entry entry) {
        var all = new ArrayList<>(entries);
        all.add(entry);
        if (all.size() > 1 + LIMIT) {
            all.remove(mostDispensable(all));
        }
        return new AnsweredCommands(all);
    }

    private static int mostDispensable(List<Entry> entries) {
        for (var index = 1; index < entries.size(); index++) {
            if (entries.get(index).answer() instanceof Refused) {
                return index;
            }
        }
        return 1;
    }

    private static Answer reused(long version) {
        return new Refused(version, COMMAND_ID_REUSED, COMMAND_ID_REUSED.sentence());
    }
}
