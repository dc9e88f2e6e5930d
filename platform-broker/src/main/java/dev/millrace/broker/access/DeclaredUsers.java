package dev.millrace.broker.access;

import dev.millrace.broker.declared.Declared;
import java.util.HashSet;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in.
 *
 * @param users one for each service and person; their passwords are elsewhere
 * @param delete users that are not wanted any more
 */
record DeclaredUsers(
        @DefaultValue List<String> users, @DefaultValue List<String> delete) implements Declared {

    static final DeclaredUsers NONE = new DeclaredUsers(List.of(), List.of());

    DeclaredUsers {
        users = List.copyOf(users);
        delete = List.copyOf(delete);
        var names = new HashSet<String>();
        for (var name : users) {
            if (!names.add(name)) {
                throw new IllegalArgumentException(name + " is declared twice");
            }
        }
        for (var name : delete) {
            if (!names.add(name)) {
                throw new IllegalArgumentException(name + " is both declared and to be deleted");
            }
        }
    }
}
