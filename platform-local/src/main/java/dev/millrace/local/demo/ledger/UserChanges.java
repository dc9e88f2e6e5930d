package dev.millrace.local.demo.ledger;

import dev.millrace.local.demo.ledger.Account.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** What the topic of user changes holds: the last state of every user, and changes that came more than once. */
final class UserChanges {

    private final Map<String, Long> users = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> doubles = new ArrayList<>();

    void add(GenericRecord change) {
        var deletion = change.get("after") == null;
        var row = (GenericRecord) change.get(deletion ? "before" : "after");
        var user = row.get("id").toString();
        long version = (long) row.get("version");
        if (!seen.add(user + ":" + version + ":" + change.get("op"))) {
            doubles.add(new Entry(user, version));
        }
        if (deletion) {
            users.remove(user);
        } else {
            users.put(user, version);
        }
    }

    /** Each user once with the last version, and once more for every change that came twice. */
    List<Entry> users() {
        var entries = new ArrayList<Entry>(doubles);
        users.forEach((user, version) -> entries.add(new Entry(user, version)));
        return entries;
    }
}
