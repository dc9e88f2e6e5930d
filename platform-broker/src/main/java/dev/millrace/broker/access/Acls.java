package dev.millrace.broker.access;

import static dev.millrace.broker.declared.Answers.await;

import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.Declaration;
import dev.millrace.broker.declared.Difference.Kind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rights of the declared users. Rights of users that no file names are left alone. */
final class Acls implements Declaration {

    private static final Logger log = LoggerFactory.getLogger(Acls.class);

    private final Admin admin;
    private final DeclaredRights declared;

    Acls(Admin admin, DeclaredRights declared) {
        this.admin = admin;
        this.declared = declared;
    }

    @Override
    public String name() {
        return "acls";
    }

    @Override
    public List<AccessDifference> differences() {
        var existing = existing();
        return Stream.concat(
                        difference(Kind.ADD, missing(existing), " is not so"),
                        difference(Kind.DELETE, surplus(existing), " is not declared"))
                .toList();
    }

    private static Stream<AccessDifference> difference(Kind kind, Collection<AclBinding> bindings, String end) {
        return bindings.stream().map(binding -> new AccessDifference(kind, Right.sentence(binding) + end));
    }

    @Override
    public void apply(boolean consent) {
        var existing = existing();
        var missing = missing(existing);
        if (!missing.isEmpty()) {
            await("grant rights", admin.createAcls(missing).all());
            log.atInfo().addKeyValue("kafka.acls", missing.size()).log("Rights granted");
        }
        var surplus = surplus(existing);
        if (consent && !surplus.isEmpty()) {
            var filters = surplus.stream().map(AclBinding::toFilter).toList();
            await("take rights away", admin.deleteAcls(filters).all());
            log.atInfo().addKeyValue("kafka.acls", surplus.size()).log("Rights taken away");
        }
    }

    private Set<AclBinding> missing(Set<AclBinding> existing) {
        var missing = declared.bindings();
        missing.removeAll(existing);
        return missing;
    }

    private Set<AclBinding> surplus(Set<AclBinding> existing) {
        var users = declared.users();
        existing.removeIf(binding -> !users.contains(Right.user(binding)));
        existing.removeAll(declared.bindings());
        return existing;
    }

    private Set<AclBinding> existing() {
        return existing(admin);
    }

    /** None where Kafka asks nobody for rights. */
    static Set<AclBinding> existing(Admin admin) {
        try {
            return new HashSet<>(await(
                    "list rights", admin.describeAcls(AclBindingFilter.ANY).values()));
        } catch (AdminFailure e) {
            if (e.getCause() instanceof SecurityDisabledException) {
                return new HashSet<>();
            }
            throw e;
        }
    }
}
