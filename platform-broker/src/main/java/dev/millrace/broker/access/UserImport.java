package dev.millrace.broker.access;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.millrace.broker.declared.Import;
import dev.millrace.broker.declared.Imported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;

/** Describes the users of a cluster who come in by SCRAM-SHA-512; others are named. */
final class UserImport implements Import {

    static final String NO_PASSWORDS =
            "Kafka tells nobody the passwords: put them into millrace.access.passwords before an apply,"
                    + " which gives a new one to each user who has none there.";

    private final Supplier<Collection<UserScramCredentialsDescription>> existing;

    UserImport(Supplier<Collection<UserScramCredentialsDescription>> existing) {
        this.existing = existing;
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public Imported imported() {
        var users = existing.get().stream()
                .sorted(comparing(UserScramCredentialsDescription::name))
                .collect(partitioningBy(Users::isOurs, mapping(UserScramCredentialsDescription::name, toList())));
        var remarks = new ArrayList<>(List.of(NO_PASSWORDS));
        users.getOrDefault(false, List.of())
                .forEach(name ->
                        remarks.add("Left out is user %s, who does not come in by SCRAM-SHA-512.".formatted(name)));
        return new Imported(Map.of("users", users.getOrDefault(true, List.of())), remarks);
    }
}
