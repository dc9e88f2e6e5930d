package dev.millrace.broker.access;

import static dev.millrace.broker.declared.Answers.await;

import dev.millrace.broker.declared.Declaration;
import dev.millrace.broker.declared.Difference.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The users of a cluster, who prove themselves by SCRAM-SHA-512. */
final class Users implements Declaration {

    private static final Logger log = LoggerFactory.getLogger(Users.class);

    /** How often RFC 5802's Hi() hashes a password: what Kafka asks for at least. */
    private static final int ITERATIONS = 4096;

    private static final ScramCredentialInfo SCRAM = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);

    private final Admin admin;
    private final DeclaredUsers declared;
    private final Passwords passwords;

    Users(Admin admin, DeclaredUsers declared, Passwords passwords) {
        this.admin = admin;
        this.declared = declared;
        this.passwords = passwords;
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public List<AccessDifference> differences() {
        var existing = existing();
        var missing = declared.users().stream()
                .filter(user -> !existing.contains(user))
                .map(user -> new AccessDifference(Kind.ADD, user + " is missing"));
        var obsolete = declared.delete().stream()
                .filter(existing::contains)
                .map(user -> new AccessDifference(Kind.DELETE, user + " is to be deleted"));
        return Stream.concat(missing, obsolete).toList();
    }

    /** Nobody can ask Kafka for a password, so every password is set, whether it was right before or not. */
    @Override
    public void apply(boolean consent) {
        var existing = existing();
        var changes = new ArrayList<UserScramCredentialAlteration>();
        declared.users()
                .forEach(user -> changes.add(new UserScramCredentialUpsertion(user, SCRAM, passwords.of(user))));
        if (consent) {
            declared.delete().stream()
                    .filter(existing::contains)
                    .forEach(user -> changes.add(new UserScramCredentialDeletion(user, SCRAM.mechanism())));
        }
        changes.parallelStream() // each of them hashes a password
                .map(change -> admin.alterUserScramCredentials(List.of(change)))
                .toList()
                .forEach(answer -> await("set passwords", answer.all()));
        declared.users().stream()
                .filter(user -> !existing.contains(user))
                .forEach(user -> log.atInfo().addKeyValue("user.name", user).log("User created"));
    }

    private Set<String> existing() {
        return existing(admin).stream()
                .filter(Users::isOurs)
                .map(UserScramCredentialsDescription::name)
                .collect(Collectors.toSet());
    }

    static Collection<UserScramCredentialsDescription> existing(Admin admin) {
        return await("list users", admin.describeUserScramCredentials().all()).values();
    }

    /** Whether the user can come in as the declared ones do. */
    static boolean isOurs(UserScramCredentialsDescription user) {
        return user.credentialInfos().stream().anyMatch(credential -> credential.mechanism() == SCRAM.mechanism());
    }
}
