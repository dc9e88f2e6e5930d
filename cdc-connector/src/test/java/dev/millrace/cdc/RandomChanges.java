package dev.millrace.cdc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes changes of all kinds, in transactions of all sizes, and keeps what a reader has to see of each row. */
final class RandomChanges {

    private static final int LARGEST_TRANSACTION = 60;

    private final CapturedTable users;
    private final RandomGenerator random;
    private final List<UUID> rows = new ArrayList<>();
    private final Map<String, List<String>> expected = new HashMap<>();
    private int made;

    RandomChanges(CapturedTable users, RandomGenerator random) {
        this.users = users;
        this.random = random;
    }

    void make(int changes) {
        for (var left = changes; left > 0; ) {
            var size = Math.min(left, random.nextInt(1, LARGEST_TRANSACTION));
            users.inTransaction(() -> change(size));
            left -= size;
        }
    }

    private void change(int times) {
        for (var i = 0; i < times; i++) {
            switch (rows.isEmpty() ? 0 : random.nextInt(4)) {
                case 0 -> insert("name " + ++made);
                case 1, 2 -> rename(anyRow(), "name " + ++made);
                default -> delete(anyRow());
            }
        }
    }

    private void insert(String name) {
        var row = users.insert(name);
        rows.add(row);
        expect(row, "UserCreated " + name);
    }

    private void rename(UUID row, String name) {
        users.rename(row, name);
        expect(row, "UserUpdated " + name);
    }

    private void delete(UUID row) {
        users.delete(row);
        rows.remove(row);
        expect(row, "UserDeleted");
        expect(row, "nothing");
    }

    private UUID anyRow() {
        return rows.get(random.nextInt(rows.size()));
    }

    private synchronized void expect(UUID row, String change) {
        expected.computeIfAbsent(row.toString(), _ -> new ArrayList<>()).add(change);
    }

    synchronized Map<String, List<String>> expected() {
        return expected;
    }

    synchronized int expectedRecords() {
        return expected.values().stream().mapToInt(List::size).sum();
    }
}
