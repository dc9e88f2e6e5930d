package dev.millrace.broker.access;

import dev.millrace.broker.declared.Declared;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who may do what; whatever is not declared is refused. */
record DeclaredRights(@DefaultValue List<OfUser> acls) implements Declared {

    static final DeclaredRights NONE = new DeclaredRights(List.of());

    /** Everything that one user may do. */
    record OfUser(String user, List<Right> rights) {}

    DeclaredRights {
        acls = List.copyOf(acls);
    }

    Set<String> users() {
        return acls.stream().map(OfUser::user).collect(Collectors.toSet());
    }

    Set<AclBinding> bindings() {
        return acls.stream()
                .flatMap(one -> one.rights().stream().flatMap(right -> right.bindings(one.user())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
