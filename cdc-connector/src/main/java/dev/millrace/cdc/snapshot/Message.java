package dev.millrace.cdc.snapshot;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is said about snapshots in the log of the database itself, so that it stands in one order with the changes and is heard by
 * whichever instance captures. Its text says all of it.
 */
public sealed interface Message {

    /** By which the messages are told from those of others. */
    String PREFIX = "millrace.snapshot";

    /** To read {@code table} anew, from its beginning. */
    record Request(String capture, UUID id, String table) implements Message {

        private static final Pattern TEXT = Pattern.compile("request (\\S+) ([0-9a-f-]{36}) (.+)");

        @Override
        public String toString() {
            return "request %s %s %s".formatted(capture, id, table);
        }
    }

    /** Not to read {@code table} any further. */
    record Cancel(String capture, String table) implements Message {

        private static final Pattern TEXT = Pattern.compile("cancel (\\S+) (.+)");

        @Override
        public String toString() {
            return "cancel %s %s".formatted(capture, table);
        }
    }

    /** Here belongs what was read: the chunk of this number since {@code session} began. */
    record Mark(UUID session, long chunk) implements Message {

        private static final Pattern TEXT = Pattern.compile("mark ([0-9a-f-]{36}) (\\d{1,18})");

        @Override
        public String toString() {
            return "mark %s %d".formatted(session, chunk);
        }
    }

    /** Empty where somebody else has said something under our prefix. */
    static Optional<Message> parse(String text) {
        var request = Request.TEXT.matcher(text);
        if (request.matches()) {
            return Optional.of(new Request(request.group(1), UUID.fromString(request.group(2)), request.group(3)));
        }
        var cancel = Cancel.TEXT.matcher(text);
        if (cancel.matches()) {
            return Optional.of(new Cancel(cancel.group(1), cancel.group(2)));
        }
        var mark = Mark.TEXT.matcher(text);
        return mark.matches()
                ? Optional.of(new Mark(UUID.fromString(mark.group(1)), Long.parseLong(mark.group(2))))
                : Optional.empty();
    }
}
